using System.Text.RegularExpressions;

namespace ForumQA.Evaluation.Metrics;

/// <summary>Whether wordings that a case expects stand in a reply.</summary>
/// <remarks>Beyond <see cref="AnswerText"/>, a possessive is the word itself, a hyphen parts words and a currency's mark is none, since none of them says whether a reply is right.</remarks>
internal static partial class Wording
{
    /// <summary>A reply as the words that <see cref="Stands"/> looks through.</summary>
    public static IReadOnlyList<string> Words(string text) => AnswerText.Tokens(Apart(text));

    /// <summary>Whether a wording stands in a reply, whole words side by side; a <c>*</c> at the end of a word stands for any ending.</summary>
    public static bool Stands(IReadOnlyList<string> words, string wording)
    {
        var wanted = Apart(wording).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => part.EndsWith('*') ? Open(AnswerText.Tokens(part)) : AnswerText.Tokens(part).Select(token => (Token: token, IsOpen: false)))
            .ToList();
        return wanted.Count > 0
            && Enumerable.Range(0, Math.Max(0, words.Count - wanted.Count + 1)).Any(start => wanted.Index().All(item => Fits(words[start + item.Index], item.Item)));
    }

    private static bool Fits(string word, (string Token, bool IsOpen) wanted) =>
        wanted.IsOpen ? word.StartsWith(wanted.Token, StringComparison.Ordinal) : word == wanted.Token;

    private static IEnumerable<(string Token, bool IsOpen)> Open(IReadOnlyList<string> tokens) =>
        tokens.Select((token, i) => (token, i == tokens.Count - 1));

    private static string Apart(string text) => Joints().Replace(text, " ");

    [GeneratedRegex(@"['\u2019]s\b|[-\u2010-\u2015/]|\p{Sc}")]
    private static partial Regex Joints();
}
