using System.ComponentModel.DataAnnotations;
using ForumQA.Ingestion;
using ForumQA.Text;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

public class ChunkerTests
{
    [Fact]
    public void Cuts_running_text_into_passages_of_the_wanted_length()
    {
        var passages = Chunk(SampleDocuments.Article(100, seed: 1));

        Assert.All(passages.SkipLast(3), p => Assert.InRange(WordCounter.Count(p.Text), 120, 180));
        Assert.InRange(passages.Average(p => WordCounter.Count(p.Text)), 140, 160);
    }

    [Fact]
    public void Repeats_the_last_sentence_in_the_next_passage()
    {
        var passages = Chunk(SampleDocuments.Document(Body("a", 40)));

        for (var i = 1; i < passages.Count; i++)
        {
            var sentences = SentenceSplitter.Split(passages[i - 1].Text);
            Assert.StartsWith(sentences[^1].Of(passages[i - 1].Text).ToString(), passages[i].Text, StringComparison.Ordinal);
        }

        Assert.True(passages.Count > 2);
    }

    [Fact]
    public void Repeats_nothing_when_the_overlap_is_zero()
    {
        var passages = Chunk(SampleDocuments.Document(Body("a", 40)), new ChunkingOptions { OverlapSentences = 0 });

        Assert.All(passages.Skip(1), p => Assert.True(p.Start > passages[p.Ordinal - 1].End));
    }

    [Fact]
    public void Does_not_cross_the_heading_of_a_long_section()
    {
        var passages = Chunk(SampleDocuments.Document(new("Forum", 1), new("Trade", 2), Body("a", 14), new("Data", 2), Body("b", 14)));

        Assert.Equal(["Trade", "Data"], passages.Select(p => p.Heading).Distinct());
        Assert.All(passages, p => Assert.False(p.Text.Contains("a1 ", StringComparison.Ordinal) && p.Text.Contains("b1 ", StringComparison.Ordinal)));
        Assert.StartsWith("Forum\n\nTrade\n\nSentence a0", passages[0].Text, StringComparison.Ordinal);
        Assert.Single(passages, p => p.Text.StartsWith("Data\n\nSentence b0", StringComparison.Ordinal));
    }

    [Fact]
    public void Short_sections_share_a_passage_under_their_common_heading()
    {
        var passages = Chunk(SampleDocuments.Document(new("Forum", 1), new("Trade", 2), Body("a", 3), new("Data", 2), Body("b", 3)));

        var passage = Assert.Single(passages);
        Assert.Null(passage.Heading);
    }

    [Fact]
    public void A_short_section_does_not_join_the_next_chapter()
    {
        var passages = Chunk(SampleDocuments.Document(new("One", 1), new("Trade", 2), Body("a", 3), new("Two", 1), Body("b", 3)));

        Assert.Equal(["Trade", "Two"], passages.Select(p => p.Heading));
    }

    [Fact]
    public void Short_sections_are_cut_between_and_not_inside()
    {
        var blocks = Enumerable.Range(0, 9).SelectMany(i => new[] { new Block($"Part {i}", 2), Body($"s{i}", 5) }).ToArray();

        var passages = Chunk(SampleDocuments.Document(blocks));

        Assert.All(passages, p => Assert.StartsWith("Part", p.Text, StringComparison.Ordinal));
        Assert.All(passages, p => Assert.Matches("s[0-9]4 [^.]*\\.$", p.Text));
    }

    [Fact]
    public void A_heading_at_the_end_goes_with_the_text_before_it()
    {
        var passages = Chunk(SampleDocuments.Document(Body("a", 12), new("The end", 1)));

        Assert.EndsWith("The end", Assert.Single(passages, p => p.Text.Contains("The end", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.All(passages, p => Assert.Contains("Sentence", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Splits_an_endless_sentence_after_a_clause()
    {
        var endless = string.Join(", ", Enumerable.Range(0, 20).Select(i => $"clause{i} {SampleDocuments.SentenceOf(19)}"));

        var passages = Chunk(SampleDocuments.Document(new Block(endless)));

        Assert.All(passages.SkipLast(1), p => Assert.EndsWith(",", p.Text, StringComparison.Ordinal));
        Assert.True(passages.Count > 1);
    }

    [Fact]
    public void Counts_a_Chinese_character_as_six_tenths_of_a_word()
    {
        var passages = Chunk(SampleDocuments.Document(new Block(string.Concat(Enumerable.Range(0, 60).Select(i => "论坛在东京讨论了数字经济的合作前景。")))));

        Assert.All(passages, p => Assert.InRange(p.Text.Length, 60, 320));
        Assert.Equal(6, WordCounter.Count("数字经济合作的前景好"), 3);
    }

    [Fact]
    public void Tells_equal_passages_of_a_document_apart()
    {
        var passages = Chunk(SampleDocuments.Document(new("A", 1), Body("x", 12), new("A", 1), Body("x", 12)));

        Assert.Equal(passages.Count, passages.Select(p => p.Id).Distinct().Count());
        Assert.True(passages.Select(p => p.Text).Distinct().Count() < passages.Count);
    }

    [Fact]
    public void An_empty_document_has_no_passages() => Assert.Empty(Chunk(SampleDocuments.Document()));

    [Fact]
    public void Takes_no_more_than_twice_the_memory_for_twice_the_text()
    {
        var (half, whole) = (SampleDocuments.Article(1_000, seed: 2), SampleDocuments.Article(2_000, seed: 2));
        Chunk(half);

        var (forHalf, forWhole) = (Allocated(half), Allocated(whole));

        Assert.InRange(whole.Text.Length, 800_000, 2.1 * half.Text.Length);
        Assert.True(forWhole < 2.3 * forHalf, $"{half.Text.Length:N0} characters took {forHalf:N0} bytes, {whole.Text.Length:N0} took {forWhole:N0}.");

        static long Allocated(Document document)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Chunk(document);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Options_out_of_order_are_invalid()
    {
        var options = new ChunkingOptions { MinWords = 200 };

        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    [Fact]
    public void The_fingerprint_changes_with_every_option()
    {
        ChunkingOptions[] all = [new(), new() { TargetWords = 151 }, new() { MinWords = 121 }, new() { MaxWords = 181 }, new() { OverlapSentences = 2 }];

        Assert.Equal(all.Length, all.Select(o => o.Fingerprint).Distinct().Count());
    }

    private static Block Body(string name, int sentences) =>
        new(string.Join(' ', Enumerable.Range(0, sentences).Select(i => $"Sentence {name}{i} {SampleDocuments.SentenceOf(15)}.")));

    private static IReadOnlyList<Passage> Chunk(Document document, ChunkingOptions? options = null) =>
        new Chunker(Options.Create(options ?? new())).Chunk(document);
}
