using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds what says what something is: "X is a ...", "X means ...", "- term: description", a glossary's rows.</summary>
internal static partial class DefinitionFinder
{
    private const int LongestTerm = 60;

    private static readonly FrozenSet<string> NoTerms = Lexicon.Of("begins no term");

    // The subject is a short noun phrase without a verb or a comma before "is".
    private static readonly Regex Sentence = new(
        $@"\G(?:[-*•]\s)?(?:{WordPattern.Capitalized(Lexicon.AsWritten("article"))}\s)?(?<term>[\p{{L}}\p{{Nd}}][\p{{L}}\p{{Nd}}'’./&-]*(?:\s(?!{WordPattern.AnyIn("stands in no term")}\s)[\p{{L}}\p{{Nd}}(][\p{{L}}\p{{Nd}}'’./&()-]*){{0,6}})\s"
        + $@"(?:{Is("en")}\s(?:also\s)?(?<words>{After("en")}\s[^\n]+)|{WordPattern.AnyIn("defines")}\s(?<words>[^\n]+)"
        + $@"|{Is("de")}\s(?<words>{After("de")}\s[^\n]+)|{Is("es")}\s(?<words>{After("es")}\s[^\n]+))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Adds the definitions of a text.</summary>
    public static void Read(SentenceSpans sentences, IReadOnlySet<int> headings, NameCollector names)
    {
        foreach (var span in sentences.Spans)
        {
            if (headings.Contains(span.Start))
            {
                continue;
            }

            var match = Sentence.Match(sentences.Text, span.Start, span.Length);
            if (!match.Success && IsLineStart(sentences.Text, span.Start))
            {
                match = Line().Match(sentences.Text, span.Start, LineEnd(sentences.Text, span.Start) - span.Start);
            }

            if (match.Success && match.Groups["term"] is var term && IsTerm(term.Value))
            {
                var key = sentences.Key(term.Index, term.Index + term.Length);
                if (key.Length > 0)
                {
                    names.Add(MentionKind.Definition, key, term.Value, sentences.Place(term.Index, term.Index + term.Length) with { Detail = match.Groups["words"].Value.TrimEnd('.', ' ', ';', '\n') });
                }
            }
        }
    }

    private static bool IsTerm(string term)
    {
        var words = Text.Tokenizer.Tokenize(term);
        return term.Length <= LongestTerm && words.Count > 0 && !words[0].Word.IsStopWord && !NoTerms.Contains(words[0].Word.Folded) && words.Any(word => !word.Word.IsStopWord && word.Word.Folded.Any(char.IsLetter))
            && !(words.Count == 1 && (MentionLexicon.Labels.Contains(words[0].Word.Folded) || MentionLexicon.NotNames.Contains(words[0].Word.Folded) && words[0].Word.Folded.Length < 5))
            && !MentionLexicon.Labels.Contains(words[0].Word.Folded);
    }

    private static string Is(string language) => WordPattern.AnyOf(Lexicon.AsWrittenIn(language, "is in a definition"));

    private static string After(string language) => WordPattern.AnyOf(Lexicon.AsWrittenIn(language, "begins a definition"));

    private static bool IsLineStart(string text, int start) => start == 0 || text[start - 1] == '\n';

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    [GeneratedRegex(
        @"\G(?:[-*•]\s)?(?<term>[\p{L}\p{Nd}][^\n:|.!?;,]{0,58}?)(?::\s|\s[–—]\s|\s-\s|\s\|\s)(?<words>[\p{L}\p{Nd}(""“][^\n|]{11,})\z?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
