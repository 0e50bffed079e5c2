using ForumQA.Retrieval;

namespace ForumQA.Tests.Retrieval;

/// <summary>Ranks the sentences of a few texts, each a document of one passage, as if they were the whole index.</summary>
internal static class SampleRanking
{
    public static SentenceRanking Of(string question, params string[] texts) => Of(question, [.. texts.Select((text, i) => ($"document{i}.md", text))]);

    public static SentenceRanking Of(string question, params (string Document, string Text)[] texts) =>
        SentenceRanker.Default.Rank(Profile(question, texts), [.. texts.Select((text, i) => EvidenceOf(text.Document, text.Text, 1.0 / (i + 1)))]);

    public static QuestionProfile Profile(string question, params (string Document, string Text)[] texts) =>
        QuestionProfile.Create(question, stems =>
        {
            var passages = texts.Select(text => SentenceWordReader.Read(text.Text).Select(word => word.Stem).ToHashSet()).ToList();
            return new TermStatistics(passages.Count, stems.Select(stem => (stem, Count: passages.Count(passage => passage.Contains(stem))))
                .Where(pair => pair.Count > 0).ToDictionary(pair => pair.stem, pair => pair.Count));
        });

    public static Document DocumentOf(string id, string text) => new() { Id = id, Title = "Title of " + id, Uri = id, Text = text };

    public static Passage PassageOf(string id, string text) => new()
    {
        Id = id + "#0", DocumentId = id, Ordinal = 0, Start = 0, End = text.Length, Text = text,
    };

    private static Evidence EvidenceOf(string id, string text, double score) => new()
    {
        Passage = PassageOf(id, text), DocumentTitle = "Title of " + id, DocumentUri = id, Score = score,
    };
}
