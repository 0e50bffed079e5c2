using System.Runtime.CompilerServices;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Finds the terms of one question in sentences. For one thread; remembers what it has compared.</summary>
internal sealed class TermMatcher(Question question)
{
    /// <summary>From this credit on, a term counts as standing in a sentence.</summary>
    public const double Present = 0.4;

    /// <summary>What a likeness is worth at most to a word that no document has and that is no misspelling: too little to count as standing there.</summary>
    private const double MereLikeness = 0.3;

    private const double OneCharacterEach = 0.35;

    // Words are the same objects as long as the tokenizer remembers them, and most come up in every question.
    private static readonly ConditionalWeakTable<Word, ulong[]> TrigramsOf = [];

    private readonly ulong[][] _trigrams = [.. question.Terms.Select(term => WordSimilarity.Trigrams(term.Word.Folded))];

    private readonly Dictionary<string, double[]?> _credits = new(StringComparer.Ordinal);

    /// <summary>For each term of the question, how well the words match it at best: 0 to 1.</summary>
    public double[] Match(IEnumerable<Token> words)
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
    public IReadOnlyList<int> Places(int term, IReadOnlyList<Token> words)
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
    private double[]? Credits(Token word)
    {
        if (!_credits.TryGetValue(word.Word.Folded, out var credits))
        {
            credits = Compare(word);
            _credits[word.Word.Folded] = credits;
        }

        return credits;
    }

    /// <summary>1 for the word's own stem, less for that of a correction or a synonym.</summary>
    private static double ValueOf(QuestionTerm term, string stem)
    {
        if (term.Word.Stem == stem)
        {
            return 1;
        }

        var value = 0.0;
        foreach (var other in term.Stems)
        {
            value = other.Stem == stem ? Math.Max(value, other.Value) : value;
        }

        return value;
    }

    private double[]? Compare(Token word)
    {
        double[]? credits = null;
        var trigrams = TrigramsOf.GetValue(word.Word, known => WordSimilarity.Trigrams(known.Folded));
        for (var i = 0; i < _trigrams.Length; i++)
        {
            var likeness = WordSimilarity.Credit(_trigrams[i], trigrams);
            var credit = Math.Max(ValueOf(question.Terms[i], word.Word.Stem), question.Terms[i].IsNowhere ? Math.Min(likeness, MereLikeness) : likeness);
            if (credit > 0)
            {
                credits ??= new double[_trigrams.Length];
                credits[i] = credit;
            }
        }

        return credits;
    }

    /// <summary>A pair of characters that straddles two words seldom stands elsewhere; both characters apart count a little.</summary>
    private void AddSplitPairs(IEnumerable<Token> words, double[] best)
    {
        var characters = words.Where(word => word.Word.IsIdeographic).SelectMany(word => word.Word.Folded).ToHashSet();
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
