namespace ForumQA.Retrieval;

/// <summary>Finds the terms of one question in sentences. For one thread; remembers what it has compared.</summary>
internal sealed class TermMatcher(QuestionProfile question)
{
    /// <summary>From this credit on, a term counts as standing in a sentence.</summary>
    public const double Present = 0.4;

    private const double OneCharacterEach = 0.35;

    private readonly ulong[][] _trigrams = [.. question.Terms.Select(term => WordSimilarity.Trigrams(term.Word.Folded))];

    private readonly Dictionary<string, double[]?> _credits = new(StringComparer.Ordinal);

    /// <summary>For each term of the question, how well the words match it at best: 0 to 1.</summary>
    public double[] Match(IEnumerable<SentenceWord> words)
    {
        var best = new double[question.Terms.Count];
        foreach (var word in words)
        {
            if (Credits(word) is { } credits)
            {
                for (var i = 0; i < best.Length; i++)
                {
                    best[i] = Math.Max(best[i], credits[i]);
                }
            }
        }

        if (question.IsIdeographic)
        {
            AddSplitPairs(words, best);
        }

        return best;
    }

    /// <summary>The places of the words that match a term.</summary>
    public IReadOnlyList<int> Places(int term, IReadOnlyList<SentenceWord> words)
    {
        var places = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Credits(words[i]) is { } credits && credits[term] >= Present)
            {
                places.Add(i);
            }
        }

        return places;
    }

    /// <summary>The element-wise greater of two matches.</summary>
    public static double[] Union(double[] first, double[]? second) =>
        second is null ? first : [.. first.Zip(second, Math.Max)];

    /// <summary>Null when the word matches no term at all, which is the rule.</summary>
    private double[]? Credits(SentenceWord word)
    {
        if (!_credits.TryGetValue(word.Folded, out var credits))
        {
            credits = Compare(word);
            _credits[word.Folded] = credits;
        }

        return credits;
    }

    private double[]? Compare(SentenceWord word)
    {
        double[]? credits = null;
        var trigrams = WordSimilarity.Trigrams(word.Folded);
        for (var i = 0; i < _trigrams.Length; i++)
        {
            var credit = question.Terms[i].Word.Stem == word.Stem ? 1 : WordSimilarity.Credit(_trigrams[i], trigrams);
            if (credit > 0)
            {
                credits ??= new double[_trigrams.Length];
                credits[i] = credit;
            }
        }

        return credits;
    }

    /// <summary>A pair of characters that straddles two words seldom stands elsewhere; both characters apart count a little.</summary>
    private void AddSplitPairs(IEnumerable<SentenceWord> words, double[] best)
    {
        var characters = words.Where(word => word.IsIdeographic).SelectMany(word => word.Folded).ToHashSet();
        for (var i = 0; i < best.Length; i++)
        {
            var word = question.Terms[i].Word;
            if (best[i] == 0 && word.IsIdeographic && word.Folded.All(characters.Contains))
            {
                best[i] = OneCharacterEach;
            }
        }
    }
}
