using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Finds the sentences that say what a claim says with another number, another date, the opposite word or a denial.</summary>
/// <remarks>
/// A sentence that speaks of something else contradicts nothing. So it is asked whether the claim would be what the sentence says if only the sentence's words stood
/// in place of its own; the judge of written answers decides that. Where sentences state several values, as for something that is held every year, none of them is
/// the one that the claim should have had.
/// </remarks>
internal static class ConflictFinder
{
    private const int MostRead = 12;

    /// <summary>What contradicts a claim, the nearest sentences first, each kind of conflict once; empty when nothing does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="texts">Where to look.</param>
    public static IReadOnlyList<FoundConflict> Find(Claim claim, IReadOnlyList<SuppliedText> texts)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(texts);
        var found = texts.SelectMany(ClaimSource.In)
            .OrderByDescending(source => source.Statement.Stems.Count(claim.Whole.Stems.Contains))
            .Take(MostRead)
            .SelectMany(source => claim.Clauses.SelectMany(part => Between(part, claim.Whole, source)))
            .ToList();
        return [.. found
            .GroupBy(conflict => (conflict.Kind, conflict.Claimed))
            .Where(same => same.Key.Kind is ConflictKind.Negation || same.Select(conflict => WordFolding.Fold(conflict.Stated)).Distinct().Count() == 1)
            .Select(same => same.First())];
    }

    private static IEnumerable<FoundConflict> Between(Statement part, Statement whole, ClaimSource source)
    {
        if (source.Statement.Text.EndsWith('?'))
        {
            return [];
        }

        List<Correction> corrections = [.. NumberCorrections.Between(part, source.Statement), .. Opposites(part, source.Statement)];
        return corrections.Count > 0
            ? source.Shares(part, corrections.Count) && Says(Correction.Apply(part, source.Statement, corrections), source.Statement)
                ? corrections.Select(correction => new FoundConflict(
                    correction.Kind, correction.Claimed.Of(part.Text).ToString(), correction.Stated.Of(source.Statement.Text).ToString(), source.Sentence))
                : []
            : Denied();

        bool Says(string corrected, Statement sentence)
        {
            var statement = Statement.Of(corrected, startsSentence: whole.Text.StartsWith(part.Text, StringComparison.Ordinal));
            return source.Says(statement, part == whole ? statement : Statement.Of(whole.Text.Replace(part.Text, corrected, StringComparison.Ordinal)), sentence);
        }

        IEnumerable<FoundConflict> Denied()
        {
            var (own, others) = (Denials.In(part), Denials.In(source.Statement));
            if (!part.DiscrepancyFrom(source.Statement).HasFlag(Discrepancy.Negation) || (own.Count > 0 && Denials.In(whole).Count == others.Count))
            {
                return [];
            }

            // Without the denial of either side both have to say the same; what another clause of the sentence denies is not this.
            return own.Exists(denial => Says(Denials.Without(denial, part), source.Statement))
                || others.Exists(denial => Says(part.Text, Statement.Of(Denials.Without(denial, source.Statement, ClauseWith(denial, source.Statement)))))
                ? [new FoundConflict(ConflictKind.Negation, FirstOf(own, part, others), FirstOf(others, source.Statement, own), source.Sentence)]
                : [];
        }
    }

    private static TextSpan ClauseWith(Token denial, Statement sentence)
    {
        var clauses = Claim.Of(sentence.Text).Clauses;
        var start = 0;
        foreach (var clause in clauses)
        {
            start = sentence.Text.IndexOf(clause.Text, start, StringComparison.Ordinal);
            if (start >= 0 && denial.Start >= start && denial.End <= start + clause.Text.Length)
            {
                return new TextSpan(start, start + clause.Text.Length);
            }

            start = Math.Max(start, 0);
        }

        return new TextSpan(0, sentence.Text.Length);
    }

    /// <summary>The first word of a claim whose opposite the sentence has in its place.</summary>
    private static IEnumerable<Correction> Opposites(Statement part, Statement sentence)
    {
        foreach (var word in part.Words.Where(word => !sentence.Stems.Contains(word.Word.Stem)))
        {
            foreach (var other in sentence.Words.Where(other => !part.Stems.Contains(other.Word.Stem)))
            {
                if (Contradiction.HasOppositeOf(word.Word, [other.Word.Stem], [other.Word.Folded]))
                {
                    return [new Correction(ConflictKind.Opposite, new TextSpan(word.Start, word.End), new TextSpan(other.Start, other.End))];
                }
            }
        }

        return [];
    }

    /// <summary>The first denial that the other side does not have.</summary>
    private static string? FirstOf(List<Token> denials, Statement statement, List<Token> others) =>
        denials.Where(denial => !others.Exists(other => other.Word.Folded == denial.Word.Folded)).Select(denial => statement.Text[denial.Start..denial.End]).FirstOrDefault();
}
