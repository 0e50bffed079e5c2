namespace ForumQA.Retrieval;

/// <summary>What is searched for, by stem and by character gram, for matching against passages. Safe for use by many threads.</summary>
internal sealed class SearchedTerms
{
    /// <summary>What the letters of an unknown word are worth beside those of its correction, which they may be wrong about.</summary>
    private const double MisspelledValue = 0.5;

    private const int FilterBits = 11;

    private readonly Dictionary<string, (int Term, double Value)> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _grams = [];

    // Nearly all grams of a passage are not in the question; a bit each says so faster than the dictionary.
    private readonly ulong[] _gramFilter = new ulong[1 << (FilterBits - 6)];
    private readonly List<(double Value, double TermWeight)> _gramValues = [];

    public SearchedTerms(IReadOnlyList<SearchTerm> terms)
    {
        Terms = terms;
        for (var i = 0; i < Terms.Count; i++)
        {
            foreach (var stem in Terms[i].Stems)
            {
                if (!_stems.TryGetValue(stem.Stem, out var known) || known.Value < stem.Value)
                {
                    _stems[stem.Stem] = (i, stem.Value);
                }

                AddGrams(stem.Grams, stem.Value, Terms[i].Weight);
            }

            AddGrams(Terms[i].Word.Grams, Terms[i].Stems.Count > 0 && !Terms[i].IsKnown ? MisspelledValue : 1, Terms[i].Weight);
        }

        TotalWeight = Math.Max(Terms.Sum(term => term.Weight), double.Epsilon);
    }

    public IReadOnlyList<SearchTerm> Terms { get; }

    public double TotalWeight { get; }

    public int GramCount => _grams.Count;

    /// <summary>The term a stem matches and what the match is worth; -1 when it matches none.</summary>
    public (int Term, double Value) Match(string stem) => _stems.TryGetValue(stem, out var match) ? match : (-1, 0);

    /// <summary>The number of a gram; -1 when the question does not have it.</summary>
    public int MatchGram(ulong gram)
    {
        var bit = FilterBit(gram);
        return (_gramFilter[bit >> 6] & (1UL << (int)(bit & 63))) != 0 && _grams.TryGetValue(gram, out var number) ? number : -1;
    }

    /// <summary>
    /// The weight of each gram: the geometric mean of its word's inverse document frequency and its own among the candidates. No index
    /// of grams is needed for it, and it ranks as well as exact frequencies in the whole index do.
    /// </summary>
    /// <param name="candidatesWith">For each gram, in how many candidates it stands.</param>
    /// <param name="candidates">How many candidates there are.</param>
    public double[] WeighGrams(int[] candidatesWith, int candidates) =>
        [.. _gramValues.Select((gram, i) => gram.Value * Math.Sqrt(gram.TermWeight * TermFrequencies.Weight(candidatesWith[i], candidates)))];

    private static ulong FilterBit(ulong gram) => (gram * 0x9E3779B97F4A7C15) >> (64 - FilterBits);

    private void AddGrams(ulong[] grams, double value, double termWeight)
    {
        foreach (var gram in grams)
        {
            if (_grams.TryAdd(gram, _gramValues.Count))
            {
                var bit = FilterBit(gram);
                _gramFilter[bit >> 6] |= 1UL << (int)(bit & 63);
                _gramValues.Add((value, termWeight));
            }
            else
            {
                var number = _grams[gram];
                _gramValues[number] = (Math.Max(value, _gramValues[number].Value), Math.Max(termWeight, _gramValues[number].TermWeight));
            }
        }
    }
}
