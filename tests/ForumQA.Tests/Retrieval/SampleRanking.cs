using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Tests.Retrieval;

/// <summary>Ranks the sentences of a few texts, each a document of one passage, as if they were the whole index.</summary>
internal static class SampleRanking
{
    public static SentenceRanking Of(string question, params string[] texts) => Of(question, [.. texts.Select((text, i) => ($"document{i}.md", text))]);

    public static SentenceRanking Of(string question, params (string Document, string Text)[] texts) =>
        SentenceRanker.Default.Rank(Profile(question, texts), [.. texts.Select((text, i) => EvidenceOf(text.Document, text.Text, 1.0 / (i + 1)))]);

    public static Question Profile(string question, params (string Document, string Text)[] texts)
    {
        var passages = texts.Select(text => Tokenizer.Tokenize(text.Text).Select(token => token.Word.Stem).ToHashSet()).ToList();
        var tokens = Tokenizer.Tokenize(question);
        return new Question(
            question,
            tokens,
            [.. tokens.Where(token => !token.Word.IsStopWord).DistinctBy(token => token.Word.Stem).Select(token => TermOf(token, tokens, passages))],
            TermFrequencies.Weight(0, passages.Count));
    }

    public static Document DocumentOf(string id, string text) => new() { Id = id, Title = "Title of " + id, Uri = id, Text = text };

    public static Passage PassageOf(string id, string text) => new()
    {
        Id = id + "#0",
        DocumentId = id,
        Ordinal = 0,
        Start = 0,
        End = text.Length,
        Text = text,
    };

    private static Evidence EvidenceOf(string id, string text, double score) => new()
    {
        Passage = PassageOf(id, text),
        DocumentTitle = "Title of " + id,
        DocumentUri = id,
        Score = score,
    };

    private static SearchTerm TermOf(Token token, List<Token> question, List<HashSet<string>> passages)
    {
        var count = passages.Count(passage => passage.Contains(token.Word.Stem));
        return new SearchTerm
        {
            Word = token.Word,
            IsName = token.IsCapitalized && token != question[0],
            Stems = count > 0 ? [new WeightedStem(token.Word.Stem, 1, token.Word.Grams)] : [],
            Weight = TermFrequencies.Weight(count, passages.Count),
            IsKnown = count > 0,
        };
    }
}
