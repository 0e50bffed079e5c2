using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds what says what something is: "X is a ...", "X means ...", "- term: description", a glossary's rows.</summary>
internal static partial class DefinitionFinder
{
    private const int LongestTerm = 60;

    /// <summary>Adds the definitions of a text.</summary>
    public static void Read(SentenceSpans sentences, IReadOnlySet<int> headings, NameCollector names)
    {
        foreach (var span in sentences.Spans)
        {
            if (headings.Contains(span.Start))
            {
                continue;
            }

            var match = Sentence().Match(sentences.Text, span.Start, span.Length);
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
        return term.Length <= LongestTerm && words.Count > 0 && !words[0].Word.IsStopWord && words[0].Word.Folded is not ("once" or "since" or "although" or "unless" or "today" or "what" or "another" or "now" or "therefore" or "however" or "according") && words.Any(word => !word.Word.IsStopWord && word.Word.Folded.Any(char.IsLetter))
            && !(words.Count == 1 && (MentionLexicon.Labels.Contains(words[0].Word.Folded) || MentionLexicon.NotNames.Contains(words[0].Word.Folded) && words[0].Word.Folded.Length < 5))
            && !MentionLexicon.Labels.Contains(words[0].Word.Folded);
    }

    private static bool IsLineStart(string text, int start) => start == 0 || text[start - 1] == '\n';

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    // The subject is a short noun phrase without a verb or a comma before "is".
    [GeneratedRegex(
        @"\G(?:[-*•]\s)?(?:(?:The|A|An|Der|Die|Das|Ein|Eine|El|La|Un|Una)\s)?(?<term>[\p{L}\p{Nd}][\p{L}\p{Nd}'’./&-]*(?:\s(?!(?:is|are|was|were|that|which|who|has|have|said|says|if|when|in|at|to|on|by|with|from)\s)[\p{L}\p{Nd}(][\p{L}\p{Nd}'’./&()-]*){0,6})\s"
        + @"(?:(?:is|are)\s(?:also\s)?(?<words>(?:an?|the|one\sof|any|defined\sas|called|known\sas)\s[^\n]+)|(?:means|refers\sto|stands\sfor|denotes)\s(?<words>[^\n]+)"
        + @"|(?:ist|sind)\s(?<words>(?:ein|eine|einer|der|die|das)\s[^\n]+)|es\s(?<words>(?:un|una|el|la)\s[^\n]+))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\G(?:[-*•]\s)?(?<term>[\p{L}\p{Nd}][^\n:|.!?;,]{0,58}?)(?::\s|\s[–—]\s|\s-\s|\s\|\s)(?<words>[\p{L}\p{Nd}(""“][^\n|]{11,})\z?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
