using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;
using ForumQA.Models.Chat;
using ForumQA.Text;

namespace ForumQA.Answering.Generation;

/// <summary>Puts verified sentences into the asker's language. What was verified stays with each; a translation that loses a number is not used.</summary>
internal sealed partial class AnswerTranslator(IPromptRunner runner, PromptLibrary prompts, GenerationOptions options)
{
    private static readonly AnswerNote NotTranslated = new(
        "not-translated", "The answer is in the language of the documents: the language model's translation could not be used.");

    /// <summary>The language to answer in; null when it is that of the passages or not known.</summary>
    public string? FindLanguage(string question, IReadOnlyList<SuppliedPassage> passages) =>
        options.AnswerInAskersLanguage
        && LanguageGuess.Of(question) is { } asked
        && LanguageGuess.Of(string.Join('\n', passages.Select(passage => passage.Text))) is { } written
        && asked != written
            ? asked
            : null;

    /// <summary>The sentences in another language, or as they are with a note when that fails.</summary>
    public async Task<(IReadOnlyList<AnswerSentence> Sentences, AnswerNote? Note)> TranslateAsync(
        IReadOnlyList<AnswerSentence> sentences, string language, ModelUse use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        try
        {
            var variables = PromptVariables.ForTranslation(language, [.. sentences.Select(sentence => sentence.Text)]);
            var reply = await PromptReply.ReadAsync(runner, prompts.AnswerInLanguage, variables, use, cancellationToken).ConfigureAwait(false);
            var lines = ReadLines(reply);
            var translated = sentences.Select((sentence, i) =>
                lines.TryGetValue(i + 1, out var text) && KeepsNumbers(sentence.Text, text)
                    ? sentence with { Text = text, Original = sentence.Text }
                    : sentence).ToList();
            return (translated, translated.Exists(sentence => sentence.Original is null) ? NotTranslated : null);
        }
        catch (ChatException)
        {
            return (sentences, NotTranslated);
        }
    }

    private static Dictionary<int, string> ReadLines(string reply)
    {
        var lines = new Dictionary<int, string>();
        foreach (Match line in NumberedLine().Matches(reply))
        {
            lines.TryAdd(int.Parse(ReadDigits(line.Groups[1].Value), CultureInfo.InvariantCulture), line.Groups[2].Value.Trim());
        }

        return lines;
    }

    /// <summary>Languages group digits differently, so separators do not count.</summary>
    private static bool KeepsNumbers(string original, string translation)
    {
        var kept = Digits(translation);
        return Digits(original).All(kept.Remove);

        static List<string> Digits(string text) =>
            [.. Number().Matches(text).Select(match => ReadDigits(Separator().Replace(match.Value, "")))];
    }

    /// <summary>Digits of every script as those of ASCII.</summary>
    private static string ReadDigits(string digits) => string.Concat(digits.Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));

    [GeneratedRegex(@"^[^\S\n]*(\d{1,3})[.)．、:][^\S\n]*(\S.*)$", RegexOptions.Multiline)]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"\d+(?:[.,  '’]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"[.,  '’]")]
    private static partial Regex Separator();
}
