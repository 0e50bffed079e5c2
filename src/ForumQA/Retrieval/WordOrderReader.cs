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

    private static double ReadLongestRun(Question question, PassageMatch match)
    {
        var (terms, asked) = (question.Searched, question.Words);
        var words = asked.Select(token => token.Word.Folded).ToHashSet(StringComparer.Ordinal);

        // The common run that ends at each word of the question, as of the word of the passage just read.
        var runs = new (double Weight, int Length)[asked.Count + 1];
        var heaviest = 0.0;
        foreach (var token in match.Passage.Tokens)
        {
            if (!words.Contains(token.Word.Folded))
            {
                Array.Clear(runs);
                continue;
            }

            var term = terms.Match(token.Word.Stem).Term;
            var weight = term >= 0 ? terms.Terms[term].Weight : StopWordWeight;
            for (var j = asked.Count; j > 0; j--)
            {
                runs[j] = asked[j - 1].Word.Folded == token.Word.Folded ? (runs[j - 1].Weight + weight, runs[j - 1].Length + 1) : default;
                heaviest = runs[j].Length > 1 ? Math.Max(heaviest, runs[j].Weight) : heaviest;
            }
        }

        return heaviest;
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
