using ForumQA.Text;
using static ForumQA.Retrieval.PassageFeature;

namespace ForumQA.Retrieval;

/// <summary>Computes the features that look at words standing together: pairs, triples and runs (after the sequential dependence model, Metzler and Croft, SIGIR 2005).</summary>
internal static class WordOrderReader
{
    private const int FarthestPair = 8;

    /// <summary>What a stop word is worth in a run.</summary>
    private const double StopWordWeight = 0.5;

    public static void Read(Question question, PassageMatch match, double[] features)
    {
        var terms = question.Searched;
        var nearness = ReadNearness(terms, match);
        double pairs = 0, triples = 0;
        for (var i = 0; i + 1 < terms.Terms.Count; i++)
        {
            var weight = Math.Min(terms.Terms[i].Weight, terms.Terms[i + 1].Weight);
            pairs += nearness[i] == Nearness.Adjacent ? weight : 0;
            triples += i + 2 < terms.Terms.Count && nearness[i] >= Nearness.Close && nearness[i + 1] >= Nearness.Close
                ? Math.Min(weight, terms.Terms[i + 2].Weight)
                : 0;
        }

        features[(int)Pairs] = pairs / terms.TotalWeight;
        features[(int)Triples] = triples / terms.TotalWeight;
        features[(int)LongestRun] = ReadLongestRun(question, match) / terms.TotalWeight;
    }

    /// <summary>For each term and the one after it in the question, how near they come in the passage.</summary>
    private static Nearness[] ReadNearness(SearchedTerms terms, PassageMatch match)
    {
        var nearness = new Nearness[terms.Terms.Count];
        var hits = match.Hits;
        for (var i = 0; i < hits.Count; i++)
        {
            for (var j = i + 1; j < hits.Count && hits[j].Token - hits[i].Token <= FarthestPair; j++)
            {
                var distance = hits[j].Token - hits[i].Token;
                var found = hits[j].Term == hits[i].Term + 1 && distance <= 2 ? Nearness.Adjacent
                    : distance <= 3 ? Nearness.Close
                    : Nearness.None;
                var pair = Math.Min(hits[i].Term, hits[j].Term);
                if (Math.Abs(hits[i].Term - hits[j].Term) == 1 && found > nearness[pair])
                {
                    nearness[pair] = found;
                }
            }
        }

        return nearness;
    }

    /// <summary>The heaviest run of two words or more that stands in the passage as it does in the question.</summary>
    private static double ReadLongestRun(Question question, PassageMatch match)
    {
        var asked = question.Words;
        var weights = asked.Select(word => question.Searched.Match(word.Word.Stem) is { Term: >= 0 and var term } ? question.Searched.Terms[term].Weight : StopWordWeight).ToArray();
        return Alignment.CommonRuns([.. asked.Select(word => word.Word.Folded)], [.. match.Passage.Tokens.Select(word => word.Word.Folded)])
            .Where(run => run.Length > 1)
            .Select(run => weights.Skip(run.First).Take(run.Length).Sum())
            .DefaultIfEmpty().Max();
    }

    private enum Nearness
    {
        None,

        /// <summary>At most two words between, in any order.</summary>
        Close,

        /// <summary>At most one word between, in the order of the question.</summary>
        Adjacent,
    }
}
