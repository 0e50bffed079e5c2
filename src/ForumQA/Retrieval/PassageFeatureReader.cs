using static ForumQA.Retrieval.PassageFeature;

namespace ForumQA.Retrieval;

/// <summary>Computes the <see cref="PassageFeature"/>s of the candidates for a question.</summary>
internal sealed class PassageFeatureReader
{
    /// <summary>How many features there are.</summary>
    public static readonly int FeatureCount = Enum.GetValues<PassageFeature>().Length;

    // BM25 as SQLite has it.
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Question _question;
    private readonly SearchedTerms _terms;
    private readonly IReadOnlyList<PassageMatch> _matches;
    private readonly double[] _gramWeights;
    private readonly double _totalGramWeight;
    private readonly double _meanLength;
    private readonly double _meanGrams;

    private PassageFeatureReader(Question question, IReadOnlyList<PassageMatch> matches)
    {
        _question = question;
        _terms = question.Searched;
        _matches = matches;
        _meanLength = Math.Max(1, matches.Average(match => match.Passage.Tokens.Count));
        _meanGrams = Math.Max(1, matches.Average(match => match.Passage.GramCount));
        var candidatesWith = new int[_terms.GramCount];
        foreach (var match in matches)
        {
            for (var gram = 0; gram < candidatesWith.Length; gram++)
            {
                candidatesWith[gram] += match.GramCounts[gram] > 0 ? 1 : 0;
            }
        }

        _gramWeights = _terms.WeighGrams(candidatesWith, matches.Count);
        _totalGramWeight = Math.Max(_gramWeights.Sum(), double.Epsilon);
    }

    /// <summary>The features of each passage, by <see cref="PassageFeature"/>.</summary>
    public static double[][] Read(Question question, IReadOnlyList<CandidatePassage> passages)
    {
        if (passages.Count == 0)
        {
            return [];
        }

        var matches = passages.Select(passage => new PassageMatch(question, passage)).ToList();
        var reader = new PassageFeatureReader(question, matches);
        var features = matches.Select(reader.Read).ToArray();
        DocumentSupportReader.Read(passages, features);
        return features;
    }

    private double[] Read(PassageMatch match)
    {
        var features = new double[FeatureCount];
        ReadWords(match, features);
        ReadGrams(match, features);
        ReadSentences(match, features);
        WordOrderReader.Read(_question, match, features);
        features[(int)Length] = Math.Log(Math.Max(match.Passage.Tokens.Count, 10) / _meanLength);
        return features;
    }

    private void ReadWords(PassageMatch match, double[] features)
    {
        var norm = K1 * (1 - B + (B * match.Passage.Tokens.Count / _meanLength));
        var inHeading = match.Passage.HeadingTokens.Select(token => _terms.Match(token.Word.Stem).Term).ToHashSet();
        double words = 0, exact = 0, names = 0, heading = 0;
        for (var term = 0; term < match.TermCounts.Length; term++)
        {
            var weight = _terms.Terms[term].Weight;
            words += weight * match.TermValues[term] * Saturate(match.TermCounts[term], norm);
            exact += weight * Saturate(match.ExactCounts[term], norm);
            names += match.TermCounts[term] > 0 && _terms.Terms[term].IsName ? weight : 0;
            heading += match.TermCounts[term] == 0 && inHeading.Contains(term) ? weight : 0;
        }

        features[(int)Words] = words / _terms.TotalWeight;
        features[(int)ExactWords] = exact / _terms.TotalWeight;
        features[(int)Names] = names / _terms.TotalWeight;
        features[(int)Heading] = heading / _terms.TotalWeight;
    }

    private void ReadGrams(PassageMatch match, double[] features)
    {
        var norm = K1 * (1 - B + (B * match.Passage.GramCount / _meanGrams));
        double score = 0, coverage = 0;
        for (var gram = 0; gram < _gramWeights.Length; gram++)
        {
            score += _gramWeights[gram] * Saturate(match.GramCounts[gram], norm);
            coverage += match.GramCounts[gram] > 0 ? _gramWeights[gram] : 0;
        }

        features[(int)Grams] = score / _totalGramWeight;
        features[(int)GramCoverage] = coverage / _totalGramWeight;
    }

    private void ReadSentences(PassageMatch match, double[] features)
    {
        var (best, bestWords, bestWindow, bestGrams) = (0, 0.0, 0.0, 0.0);
        for (var sentence = 0; sentence < match.Passage.SentenceCount; sentence++)
        {
            var (words, window) = CoverSentence(match, sentence);
            if (words > bestWords)
            {
                (best, bestWords) = (sentence, words);
            }

            bestWindow = Math.Max(bestWindow, window);
            bestGrams = Math.Max(bestGrams, CoverSentenceGrams(match, sentence));
            if (sentence == 0 && match.Passage.Stored.Passage.Ordinal == 0)
            {
                features[(int)OpeningWords] = words / _terms.TotalWeight;
            }
        }

        features[(int)SentenceWords] = bestWords / _terms.TotalWeight;
        features[(int)WindowWords] = bestWindow / _terms.TotalWeight;
        features[(int)SentenceGrams] = bestGrams / _totalGramWeight;
        features[(int)PassageFeature.ExpectedAnswer] =
            match.OffersAnswer[best] ? 1
            : match.OffersAnswer.ElementAtOrDefault(best - 1) || match.OffersAnswer.ElementAtOrDefault(best + 1) ? 0.5
            : 0;
    }

    /// <summary>The weight of the terms in a sentence, and in it and its two neighbours.</summary>
    private (double Words, double Window) CoverSentence(PassageMatch match, int sentence)
    {
        double words = 0, window = 0;
        for (var term = 0; term < match.TermCounts.Length; term++)
        {
            var value = match.SentenceValues[sentence, term];
            words += _terms.Terms[term].Weight * value;
            value = sentence > 0 ? Math.Max(value, match.SentenceValues[sentence - 1, term]) : value;
            value = sentence + 1 < match.Passage.SentenceCount ? Math.Max(value, match.SentenceValues[sentence + 1, term]) : value;
            window += _terms.Terms[term].Weight * value;
        }

        return (words, window);
    }

    private double CoverSentenceGrams(PassageMatch match, int sentence)
    {
        var grams = 0.0;
        for (var gram = 0; gram < _gramWeights.Length; gram++)
        {
            grams += match.SentenceGrams[sentence, gram] ? _gramWeights[gram] : 0;
        }

        return grams;
    }

    private static double Saturate(int count, double norm) => count * (K1 + 1) / (count + norm);
}
