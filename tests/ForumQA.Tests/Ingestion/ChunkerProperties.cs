using System.Globalization;
using ForumQA.Ingestion;
using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

public class ChunkerProperties
{
    private static readonly ChunkingOptions Settings = new();
    private static readonly Chunker Chunker = new(Options.Create(Settings));
    private static readonly Arbitrary<Document> Documents = SampleDocuments.Any.ToArbitrary();

    [Fact]
    public void The_text_of_a_passage_is_its_span_of_the_document() =>
        Prop.ForAll(Documents, d => Chunker.Chunk(d).All(p => d.Text[p.Start..p.End] == p.Text && p.Text.Trim() == p.Text && p.Text.Length > 0))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Passages_together_hold_all_text() =>
        Prop.ForAll(Documents, d =>
        {
            var held = new bool[d.Text.Length];
            foreach (var passage in Chunker.Chunk(d))
            {
                held.AsSpan(passage.Start..passage.End).Fill(true);
            }

            return d.Text.Select((c, i) => held[i] || char.IsWhiteSpace(c)).All(ok => ok);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_a_sentence_that_alone_exceeds_the_limit_is_split() =>
        Prop.ForAll(Documents, d =>
        {
            var passages = Chunker.Chunk(d);
            var edges = passages.SelectMany(p => new[] { p.Start, p.End }).ToList();
            return SentenceSplitter.Split(d.Text).All(s => WordCounter.Count(s.Of(d.Text)) > Settings.MaxWords || !edges.Any(e => e > s.Start && e < s.End));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_passage_is_longer_than_the_limit_but_for_its_headings() =>
        Prop.ForAll(Documents, d => Chunker.Chunk(d).All(p =>
        {
            var headings = d.Headings.Where(h => h.Start >= p.Start && h.End <= p.End).Sum(h => WordCounter.Count(h.Title));
            return WordCounter.Count(p.Text) <= Settings.MaxWords + headings + 0.001;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Passages_part_no_surrogate_pair_and_no_combining_mark() =>
        Prop.ForAll(Documents, d => Chunker.Chunk(d).All(p =>
            !char.IsLowSurrogate(p.Text[0]) && !char.IsHighSurrogate(p.Text[^1])
            && char.GetUnicodeCategory(p.Text[0]) is not UnicodeCategory.NonSpacingMark)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_document_gives_the_same_passages() =>
        Prop.ForAll(Documents, d => Chunker.Chunk(d).SequenceEqual(new Chunker(Options.Create(new ChunkingOptions())).Chunk(d with { }))).QuickCheckThrowOnFailure();

    [Fact]
    public void Ids_are_unique_and_ordinals_count_up() =>
        Prop.ForAll(Documents, d =>
        {
            var passages = Chunker.Chunk(d);
            return passages.DistinctBy(p => p.Id).Count() == passages.Count && passages.Select(p => p.Ordinal).SequenceEqual(Enumerable.Range(0, passages.Count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Passages_carry_the_page_they_start_on() =>
        Prop.ForAll(Documents, d => Chunker.Chunk(d).All(p => p.Page == d.Pages.LastOrDefault(page => page.Start <= p.Start)?.Number)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_edit_changes_no_id_before_it() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(20, 70).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (seed, paragraph, words) =>
        {
            var (before, after, editedAt) = Edit(seed, paragraphs: 90, paragraph, words);

            var kept = Ids(after);
            return Chunker.Chunk(before).TakeWhile(p => p.End < editedAt).SkipLast(2).All(p => kept.Contains(p.Id));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_an_edit_the_passages_soon_fall_back_into_step()
    {
        var lost = Enumerable.Range(0, 100).Select(seed =>
        {
            var (before, after, _) = Edit(seed, paragraphs: 300, paragraph: 50, words: seed * 3);
            var kept = Ids(after);
            return Chunker.Chunk(before).Count(p => !kept.Contains(p.Id));
        }).Order().ToList();

        // Of about 160 passages; cutting by position would lose the 130 after the edit every time.
        Assert.InRange(lost.Average(), 1, 8);
        Assert.InRange(lost[^1], 1, 40);
    }

    private static (Document Before, Document After, int EditedAt) Edit(int seed, int paragraphs, int paragraph, int words)
    {
        var before = SampleDocuments.Article(paragraphs, seed);
        var texts = before.Text.Split("\n\n");
        var editedAt = texts.Take(paragraph).Sum(p => p.Length + 2);
        texts[paragraph] = $"Edited {SampleDocuments.SentenceOf(words)}.";
        return (before, SampleDocuments.Document([.. texts.Select(p => new Block(p))]), editedAt);
    }

    private static HashSet<string> Ids(Document document) => [.. Chunker.Chunk(document).Select(p => p.Id)];
}
