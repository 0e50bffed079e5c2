using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Says why there is no answer: what is missing, and what the documents have instead.</summary>
internal static class RefusalReason
{
    private const int HeadingsNamed = 2;

    private const int LongestHeading = 80;

    /// <summary>No document has a name that is asked about.</summary>
    public static string NameIsAbsent(string name) => $"No document mentions {name}.";

    /// <summary>The words of the question stand in the documents, or some do, and no sentence answers it.</summary>
    /// <param name="ranking">What was found.</param>
    /// <param name="isSubjectKnown">Whether the documents speak of what is asked.</param>
    public static string Of(SentenceRanking ranking, bool isSubjectKnown)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var terms = ranking.Question.Terms;
        var passages = ranking.Passages;
        var hasAllWords = passages.Count > 0 && terms.Count > 0 && passages.Any(passage => passage.Matches.All(match => match >= TermMatcher.Present));
        var hasSomeWord = passages.Any(passage => passage.Matches.Any(match => match >= TermMatcher.Present));
        var reason = isSubjectKnown ? "The documents speak of this, but no sentence states the answer."
            : hasAllWords ? "The documents have the words of this question, but no sentence that answers it."
            : hasSomeWord ? "The documents have some words of this question, but nothing that answers it."
            : "The documents say nothing about this.";
        return Headings(ranking) is { Count: > 0 } headings ? $"{reason} What comes nearest is about {string.Join(" and ", headings)}." : reason;
    }

    private static List<string> Headings(SentenceRanking ranking) =>
        [.. ranking.Evidence.Take(HeadingsNamed).Select(evidence => Shorten(evidence.Passage.Heading is { Length: > 0 } heading ? heading : evidence.DocumentTitle))
            .Where(heading => heading.Length > 0).Distinct(StringComparer.Ordinal).Select(heading => $"\"{heading}\"")];

    private static string Shorten(string heading)
    {
        var line = heading.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestHeading ? line : $"{line[..(LongestHeading - 1)].TrimEnd()}\u2026";
    }
}
