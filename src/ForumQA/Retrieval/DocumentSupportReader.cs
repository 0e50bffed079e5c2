using static ForumQA.Retrieval.PassageFeature;

namespace ForumQA.Retrieval;

/// <summary>Computes the features a passage owes to the passages around it: a document that speaks of the question in many places is the better source.</summary>
internal static class DocumentSupportReader
{
    private const int Supporters = 5;

    public static void Read(IReadOnlyList<CandidatePassage> passages, double[][] features)
    {
        foreach (var document in Enumerable.Range(0, passages.Count).GroupBy(i => passages[i].Stored.Passage.DocumentId, StringComparer.Ordinal))
        {
            var members = document.OrderByDescending(i => Strength(features[i])).ToList();
            if (members.Count == 1)
            {
                continue;
            }

            foreach (var member in members)
            {
                var ordinal = passages[member].Stored.Passage.Ordinal;
                features[member][(int)DocumentSupport] = members.Where(other => other != member).Take(Supporters).Sum(other => Strength(features[other])) / Supporters;
                features[member][(int)NeighbourSupport] = members
                    .Where(other => Math.Abs(passages[other].Stored.Passage.Ordinal - ordinal) == 1)
                    .Select(other => Strength(features[other]))
                    .DefaultIfEmpty()
                    .Max();
            }
        }
    }

    private static double Strength(double[] features) => features[(int)Words] + features[(int)Grams];
}
