using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Whether two sentences say the same.</summary>
internal static class SentenceResemblance
{
    /// <summary>From this share of common words on, showing both tells the reader nothing new.</summary>
    private const double Duplicate = 0.6;

    /// <summary>From this share on, and with the same numbers, one may be cited for the other.</summary>
    private const double SameStatement = 0.55;

    public static bool AreDuplicates(SentenceProfile first, SentenceProfile second) => Share(first, second) >= Duplicate;

    /// <summary>Whether <paramref name="second"/> may be cited beside <paramref name="first"/>: most words and all numbers in common.</summary>
    public static bool StateTheSame(SentenceProfile first, SentenceProfile second) =>
        Numbers(first).SetEquals(Numbers(second))
        && first.Words.Any(Question.Negates) == second.Words.Any(Question.Negates)
        && Share(first, second) >= SameStatement;

    /// <summary>Stems both have over stems either has (Jaccard), stop words aside.</summary>
    private static double Share(SentenceProfile first, SentenceProfile second)
    {
        var (a, b) = (Content(first), Content(second));
        var common = a.Count(b.Contains);
        var either = a.Count + b.Count - common;
        return either > 0 ? common / (double)either : 0;
    }

    private static HashSet<string> Content(SentenceProfile sentence) =>
        sentence.Words.Where(word => !word.Word.IsStopWord).Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Numbers(SentenceProfile sentence) =>
        sentence.Words.Where(word => word.Word.HasDigit).Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
}
