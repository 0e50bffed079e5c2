using ForumQA.Ingestion;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Ingestion;

/// <summary>Documents made of numbered sentences, of random shape.</summary>
internal static class SampleDocuments
{
    private static readonly string[] Words =
        ["data", "trade", "forum", "China", "Japan", "growth", "digital", "economy", "2,000", "Dr. Ito", "and", "with", "cooperation", "论坛", "データ"];

    /// <summary>Headings, paragraphs, lists, tables, other scripts and odd characters.</summary>
    public static Gen<Document> Any { get; } =
        from count in Gen.Choose(0, 12)
        from blocks in Block.ListOf(count)
        select DocumentAssembler.Assemble("a.txt", "a.txt", new SourceContent { Blocks = [.. blocks] });

    private static Gen<string> Sentence =>
        from count in Gen.Choose(1, 30)
        from words in Gen.Elements(Words).ListOf(count)
        from mark in Gen.Elements(". ", "! ", "? ", "。", " ", ".\" ", "\n")
        select string.Join(' ', words) + mark;

    private static Gen<string> Oversized => Gen.Elements(
        new string('x', 3_000) + " ",
        new string('壇', 900),
        string.Concat(Enumerable.Repeat("\ud83d\ude00", 800)),
        string.Concat(Enumerable.Repeat("o\u0301\u0323", 800)),
        string.Concat(Enumerable.Repeat("one, two; three ", 150)));

    private static Gen<Block> Block =>
        from count in Gen.Choose(1, 12)
        from sentences in Gen.Frequency((30, Sentence), (1, Oversized)).ListOf(count)
        from level in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        from page in Gen.Choose(1, 3)
        select new Block(level > 0 ? sentences[0][..Math.Min(80, sentences[0].Length)] : string.Concat(sentences), level, page);

    /// <summary>A document of plain paragraphs, each of a few sentences that occur only once.</summary>
    public static Document Article(int paragraphs, int seed)
    {
        var random = new Random(seed);
        var blocks = Enumerable.Range(0, paragraphs).Select(p => new Block(Paragraph(random, $"p{p}"))).ToArray();
        return Document(blocks);
    }

    public static Document Document(params Block[] blocks) =>
        DocumentAssembler.Assemble("article.txt", "article.txt", new SourceContent { Blocks = blocks });

    /// <summary>Sentences of 4 to 40 words that name the paragraph.</summary>
    public static string Paragraph(Random random, string name) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(s => $"Sentence {name}s{s} {SentenceOf(random.Next(2, 38))}."));

    /// <summary>So many words without a mark.</summary>
    public static string SentenceOf(int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => $"word{i % 7}"));
}
