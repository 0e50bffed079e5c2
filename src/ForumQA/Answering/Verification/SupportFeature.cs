using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>What tells how likely quotations carry a claim. All are shares, 0 to 1, unless said otherwise.</summary>
internal enum SupportFeature
{
    /// <summary>Of the claim's words and numbers, those in its best sentence; of a compound claim, the mean of its clauses when that is more.</summary>
    Coverage,

    /// <summary>Of the claim's letter 4-grams, those in the best quotation.</summary>
    Letters,

    /// <summary>The longest run of words, stop words too, in common with the best quotation, over the claim's words.</summary>
    Run,

    /// <summary>1 when a rule speaks against it, see <see cref="Verification.Discrepancy"/>.</summary>
    Discrepancy,
}

/// <summary>Measures a claim against quotations.</summary>
internal static class SupportFeatureReader
{
    public static double[] Read(Claim claim, IReadOnlyList<IReadOnlyList<Statement>> quotations, double coverage, bool isExact)
    {
        var words = claim.Whole.Words;
        var features = new double[Enum.GetValues<SupportFeature>().Length];
        foreach (var quotation in quotations)
        {
            Raise(SupportFeature.Letters, Share(claim.Whole.Content.SelectMany(word => word.Word.Grams), gram => quotation.Any(s => s.Letters.Contains(gram))));
            foreach (var statement in quotation)
            {
                Raise(SupportFeature.Run, words.Count == 0 ? 0 : LongestRun(words, statement.Words) / (double)words.Count);
            }
        }

        features[(int)SupportFeature.Coverage] = coverage;
        features[(int)SupportFeature.Discrepancy] = isExact ? 0 : 1;
        return features;

        void Raise(SupportFeature feature, double value) => features[(int)feature] = Math.Max(features[(int)feature], value);
    }

    private static double Share<T>(IEnumerable<T> items, Func<T, bool> holds)
    {
        var (count, held) = (0, 0);
        foreach (var item in items)
        {
            count++;
            held += holds(item) ? 1 : 0;
        }

        return count == 0 ? 0 : held / (double)count;
    }

    private static int LongestRun(List<Token> claim, List<Token> source)
    {
        var (longest, row) = (0, new int[source.Count + 1]);
        foreach (var word in claim)
        {
            for (var j = source.Count; j > 0; j--)
            {
                row[j] = ReferenceEquals(word.Word, source[j - 1].Word) || word.Word.Stem == source[j - 1].Word.Stem ? row[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }
        }

        return longest;
    }
}
