using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Says how far quotations carry a sentence, by words alone.</summary>
internal static class SupportJudge
{
    /// <summary>From this share of a sentence's words on, the quotations carry it.</summary>
    private const double Whole = 0.75;

    /// <summary>From this share on, they carry a part.</summary>
    private const double Part = 0.35;

    /// <summary>Judges a sentence; one that is quoted word for word is always supported.</summary>
    public static Support Judge(string sentence, IReadOnlyList<string> quotations)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(quotations);
        if (quotations.Count == 0)
        {
            return Support.Unsupported;
        }

        if (quotations.Any(quotation => quotation.Contains(sentence.Trim(), StringComparison.Ordinal)))
        {
            return Support.Supported;
        }

        var words = Tokenizer.Tokenize(sentence);
        var quoted = quotations.SelectMany(quotation => Tokenizer.Tokenize(quotation)).ToList();
        var stems = quoted.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        var content = words.Where(word => !word.Word.IsStopWord).ToList();
        var share = content.Count == 0 ? 0 : content.Count(word => stems.Contains(word.Word.Stem)) / (double)content.Count;

        // One wrong figure or name makes a sentence false, and so does a "not" that is not there.
        var isExact = content.Where((word, i) => word.Word.HasDigit || (i > 0 && word.IsCapitalized)).All(word => stems.Contains(word.Word.Stem));
        var sameNegation = words.Any(QuestionProfile.Negates) == quoted.Any(QuestionProfile.Negates);
        return share >= Whole && isExact && sameNegation ? Support.Supported
            : share >= Part ? Support.Partial
            : Support.Unsupported;
    }
}
