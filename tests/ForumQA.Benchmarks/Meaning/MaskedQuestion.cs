using ForumQA.Text;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>
/// A question of which some words are hidden from whoever reads words: what a paraphrase looks like, which the sets have none of, since
/// people wrote their questions with the paragraph in sight. What it means stays, for its vector is that of the question.
/// </summary>
internal static class MaskedQuestion
{
    private const double Share = 0.6;

    /// <summary>The same of a question every time.</summary>
    public static string Of(string question)
    {
        var random = new Random((int)Hash(question));
        foreach (var token in Enumerable.Reverse(Tokenizer.Tokenize(question)).Where(token => !token.Word.IsStopWord))
        {
            if (random.NextDouble() < Share)
            {
                // No document has such a word, and no spelling of another comes near it.
                var hidden = $"xq{(char)('a' + random.Next(26))}zv{(char)('a' + random.Next(26))}jk";
                question = string.Concat(question.AsSpan(0, token.Start), hidden, question.AsSpan(token.Start + token.Length));
            }
        }

        return question;
    }

    /// <summary>FNV-1a over UTF-16 code units.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
}
