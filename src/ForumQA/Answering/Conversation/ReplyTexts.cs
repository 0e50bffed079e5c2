using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>The texts of <c>replies.txt</c> in one language, with English where it has none.</summary>
/// <param name="language">As in the file, such as <c>de</c>.</param>
internal sealed partial class ReplyTexts(string language)
{
    private const string English = "en";

    private static readonly FrozenDictionary<string, string> All = Read();

    /// <summary>A text with its places filled; a line that names something empty is left out.</summary>
    /// <param name="name">As in the file.</param>
    /// <param name="values">What stands in the places.</param>
    public string Fill(string name, IReadOnlyDictionary<string, Func<string>> values)
    {
        var lines = Text(name).Split("\\n").Select(line =>
        {
            var isEmpty = false;
            var filled = Places().Replace(line, place =>
            {
                var value = values.TryGetValue(place.Groups[1].Value, out var read) ? read() : "";
                isEmpty |= value.Length == 0 && place.Length == line.Length;
                return value;
            });
            return isEmpty ? null : filled;
        });
        return string.Join('\n', lines.OfType<string>());
    }

    /// <summary>A text as it stands in the file.</summary>
    public string Text(string name) =>
        All.GetValueOrDefault($"{language} {name}") ?? All.GetValueOrDefault($"{English} {name}")
            ?? throw new InvalidOperationException($"There is no reply '{name}' in replies.txt.");

    /// <summary>The language of the file that a message is in; English where it has none for it.</summary>
    public static string LanguageOf(string message) => LanguageGuess.Of(message) is { } name
        && All.FirstOrDefault(text => text.Key.EndsWith(" language", StringComparison.Ordinal) && text.Value == name).Key is { } key ? key[..key.IndexOf(' ', StringComparison.Ordinal)] : English;

    /// <summary>Whether a reply was made of a text, in whichever language.</summary>
    /// <param name="name">As in the file.</param>
    /// <param name="reply">What was said; null when nothing was.</param>
    public static bool IsWritten(string name, string? reply) => reply is not null
        && All.Where(text => text.Key.EndsWith(' ' + name, StringComparison.Ordinal)).Any(text => reply.StartsWith(text.Value[..text.Value.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal));

    /// <summary>Such as "5 documents".</summary>
    public string Documents(int count) => Numbered(count == 1 ? "one-document" : "many-documents", count);

    /// <summary>A text with a number in it.</summary>
    public string Numbered(string name, int number) => Text(name).Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static FrozenDictionary<string, string> Read() =>
        EmbeddedWordList.ReadLines("Answering.Conversation.replies.txt").ToFrozenDictionary(
            line => line[..line.IndexOf(':', StringComparison.Ordinal)],
            line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..][1..],
            StringComparer.Ordinal);

    [GeneratedRegex(@"\{([a-z-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
