using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Finds numbers and dates of a claim in whose place a sentence has others.</summary>
internal static class NumberCorrections
{
    /// <summary>"About 340" may be 300, but not 250.</summary>
    private const double RoughFactor = 1.15;

    /// <summary>"More than 90" may be 120.</summary>
    private const double BoundFactor = 1.5;

    private const int FurthestCounted = 4;

    private static readonly Regex Bound = new($@"\b{WordPattern.AnyIn("bound of a number")}\s+(?:[$€£¥]\s?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly FrozenSet<string> Rough = Lexicon.Of("before a rough number");

    private static readonly FrozenSet<string> Ordinals = Lexicon.Of("ordinal", "ending of an ordinal");

    /// <summary>The differing numbers and months of a claim, or of a clause of it, that a sentence may speak of.</summary>
    public static IEnumerable<Correction> Between(Statement claim, Statement source)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(source);
        foreach (var claimed in claim.Quantities.Where(quantity => !quantity.IsVague && !IsName(quantity, claim) && !source.Quantities.Any(quantity.IsStatedBy)))
        {
            var stated = source.Quantities
                .Where(other => !other.IsVague && !claim.Quantities.Any(own => own.IsStatedBy(other)) && AreOfOneThing(claimed, claim, other, source))
                .DistinctBy(other => other.Values[0]).ToList();
            if (stated.Count > 1)
            {
                // "Made up 15% and will account for 25%": the word before tells which of them is meant.
                stated = stated.FindAll(other => Before(claimed, claim) is { } before && before == Before(other, source));
            }

            if (stated is [var other] && !MayBeSame(claimed, claim, other, source))
            {
                var kind = DatePlace.IsYear(claimed) || DatePlace.IsDay(claimed, claim) ? ConflictKind.Date : ConflictKind.Number;
                yield return new Correction(kind, new TextSpan(claimed.Start, claimed.End), new TextSpan(other.Start, other.End));
            }
        }

        var months = DatePlace.Months(claim).Where(month => !Stems(source).Contains(Statement.StemOf(month))).ToList();
        var others = DatePlace.Months(source).Where(month => !Stems(claim).Contains(Statement.StemOf(month))).DistinctBy(Statement.StemOf).ToList();
        if (months is [var own] && others is [var instead])
        {
            yield return new Correction(ConflictKind.Date, new TextSpan(own.Start, own.End), new TextSpan(instead.Start, instead.End));
        }
    }

    private static HashSet<string> Stems(Statement statement) => [.. DatePlace.Months(statement).Select(Statement.StemOf)];

    /// <summary>"The 17th forum" is another one than the 16th, not the same with another number.</summary>
    private static bool IsName(Quantity quantity, Statement statement)
    {
        var word = statement.Words.Find(word => word.Start == quantity.Start).Word?.Folded;
        return word is not null && !DatePlace.IsDay(quantity, statement) && (Ordinals.Contains(word) || Ordinals.Contains(word.TrimStart([.. "0123456789"])));
    }

    private static bool AreOfOneThing(Quantity claimed, Statement claim, Quantity stated, Statement source)
    {
        if (DatePlace.IsYear(claimed) || DatePlace.IsYear(stated))
        {
            return DatePlace.IsYear(claimed) && DatePlace.IsYear(stated);
        }

        if (DatePlace.IsDay(claimed, claim) || DatePlace.IsDay(stated, source))
        {
            return DatePlace.IsDay(claimed, claim) && DatePlace.IsDay(stated, source);
        }

        // A unit tells of what kind a number is, a noun what it counts.
        return !IsName(stated, source) && (claimed.Unit is not null
            ? claimed.Unit == stated.Unit
            : stated.Unit is null && Counted(claimed, claim) is { } counted && counted == Counted(stated, source));
    }

    /// <summary>The stem of the first word after a number that says something.</summary>
    private static string? Counted(Quantity quantity, Statement statement) => statement.Words
        .Where(word => word.Start >= quantity.End).Take(FurthestCounted)
        .FirstOrDefault(word => !word.Word.IsStopWord && !word.Word.HasDigit).Word?.Stem;

    /// <summary>The stem of the last word before a number that says something.</summary>
    private static string? Before(Quantity quantity, Statement statement) =>
        statement.Words.FindLast(word => word.End <= quantity.Start && !word.Word.IsStopWord && !word.Word.HasDigit && !Rough.Contains(word.Word.Folded)).Word?.Stem;

    private static bool MayBeSame(Quantity claimed, Statement claim, Quantity stated, Statement source)
    {
        var (lower, higher) = (Math.Min(claimed.Values[0], stated.Values[0]), Math.Max(claimed.Values[0], stated.Values[0]));
        var factor = IsBound(claimed, claim) || IsBound(stated, source) ? BoundFactor : claimed.IsRounded || stated.IsRounded ? RoughFactor : 1;
        return higher <= factor * lower;
    }

    private static bool IsBound(Quantity quantity, Statement statement) => Bound.IsMatch(statement.Text[..quantity.Start]);
}
