using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Words of a claim in whose place a sentence has others.</summary>
/// <param name="Kind">In what they differ.</param>
/// <param name="Claimed">The claim's words, in the text of the claim or of its clause.</param>
/// <param name="Stated">The sentence's words, in its text.</param>
internal sealed record Correction(ConflictKind Kind, TextSpan Claimed, TextSpan Stated)
{
    /// <summary>What a claim would be with a sentence's words in place of its own.</summary>
    /// <param name="claim">The claim, or a clause of it.</param>
    /// <param name="source">The sentence.</param>
    /// <param name="corrections">What is put in; none overlaps another.</param>
    public static string Apply(Statement claim, Statement source, IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(source);
        var text = claim.Text;
        foreach (var correction in corrections.OrderByDescending(correction => correction.Claimed.Start))
        {
            text = string.Concat(text.AsSpan(0, correction.Claimed.Start), correction.Stated.Of(source.Text), text.AsSpan(correction.Claimed.End));
        }

        return text;
    }
}
