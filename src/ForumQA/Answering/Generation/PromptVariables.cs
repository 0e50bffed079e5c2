using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;

namespace ForumQA.Answering.Generation;

/// <summary>The values of the prompts' variables. Strings stand as they are, since a runner encodes them; what is in lists is encoded here, once.</summary>
internal static partial class PromptVariables
{
    /// <summary>For <see cref="PromptLibrary.Answer"/>.</summary>
    public static IReadOnlyDictionary<string, object?> ForAnswer(string question, IEnumerable<SuppliedPassage> passages, IEnumerable<ConversationTurn> history) => new Dictionary<string, object?>
    {
        ["question"] = PromptText.Clean(question),
        ["passages"] = passages.Select(Passage).ToList(),
        ["history"] = history.Select(Turn).ToList(),
    };

    /// <summary>For <see cref="PromptLibrary.RewriteQuestion"/>.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="history">The turns before it, oldest first.</param>
    /// <param name="language">The English name of the documents' language; null when it is not known.</param>
    public static IReadOnlyDictionary<string, object?> ForRewriting(string question, IEnumerable<ConversationTurn> history, string? language) => new Dictionary<string, object?>
    {
        ["question"] = PromptText.Clean(question),
        ["history"] = history.Select(Turn).ToList(),
        ["language"] = language ?? string.Empty,
    };

    /// <summary>For <see cref="PromptLibrary.AnswerInLanguage"/>.</summary>
    /// <param name="language">The English name of the asker's language.</param>
    /// <param name="sentences">The verified sentences with their markers; they are numbered from 1, each on one line.</param>
    public static IReadOnlyDictionary<string, object?> ForTranslation(string language, IEnumerable<string> sentences) => new Dictionary<string, object?>
    {
        ["language"] = PromptText.Clean(language),
        ["sentences"] = sentences.Select((sentence, i) => Item(("number", Number(i + 1)), ("text", OneLine(sentence)))).ToList(),
    };

    private static Dictionary<string, string> Passage(SuppliedPassage passage) => Item(
        ("number", Number(passage.Number)),
        ("title", OneLine(passage.Document.Title)),
        ("heading", OneLine(passage.Passages[0].Heading ?? string.Empty)),
        ("text", passage.Text));

    // The numbers that an earlier answer cites are those of other passages than the ones given now.
    private static Dictionary<string, string> Turn(ConversationTurn turn) => Item(
        ("question", OneLine(turn.Question)),
        ("answer", OneLine(Markers().Replace(turn.Answer ?? string.Empty, string.Empty))));

    private static Dictionary<string, string> Item(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var item = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            item[name] = PromptText.Encode(value);
        }

        return item;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string OneLine(string text) => LineBreaks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s*[\r\n\u0085\u2028\u2029]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"\s?[\[【]\d+(?:\s*,\s*\d+)*[\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();
}
