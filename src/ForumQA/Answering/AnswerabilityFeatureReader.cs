using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;
using static ForumQA.Answering.AnswerabilityFeature;

namespace ForumQA.Answering;

/// <summary>Computes the <see cref="AnswerabilityFeature"/>s of a question and the sentences found for it.</summary>
internal sealed class AnswerabilityFeatureReader
{
    /// <summary>Asking what somebody said asks for anything of theirs, whatever verb reports it.</summary>
    private static readonly FrozenSet<string> Reporting = Lexicon.Of("reporting");

    private readonly SentenceRanking _ranking;
    private readonly SentenceCandidate _best;
    private readonly Question _question;
    private readonly double[] _values = new double[LinearModel<AnswerabilityFeature>.Count];

    private AnswerabilityFeatureReader(SentenceRanking ranking)
    {
        _ranking = ranking;
        _best = ranking.Sentences[0];
        _question = ranking.Question;
    }

    /// <summary>The features by <see cref="AnswerabilityFeature"/>; null when no sentence was found at all.</summary>
    public static double[]? Read(SentenceRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        if (ranking.Sentences.Count == 0 || ranking.Question.Terms.Count == 0)
        {
            return null;
        }

        var reader = new AnswerabilityFeatureReader(ranking);
        reader.ReadSentence();
        reader.ReadLead();
        reader.ReadTerms();
        reader.ReadMissing();
        reader.ReadNames();
        reader.ReadPredicate();
        reader.ReadContradictions();
        reader.ReadOrder();
        reader.ReadMeaning();
        reader.ReadClosely();
        return reader._values;
    }

    private double this[AnswerabilityFeature feature]
    {
        set => _values[(int)feature] = value;
    }

    private bool IsMissing(int term) => _best.Sentence.Matches[term] < TermMatcher.Present;

    private void ReadSentence()
    {
        this[Coverage] = _best[SentenceFeature.Coverage];
        this[CoverageAround] = _best[SentenceFeature.CoverageAround];
        this[CoverageOfPassage] = _best[SentenceFeature.CoverageOfPassage];
        this[CoverageWithTitle] = _best[SentenceFeature.CoverageWithTitle];
        this[ExactCoverage] = _best[SentenceFeature.ExactCoverage];
        this[CoverageOverBest] = _best[SentenceFeature.CoverageOverBest];
        this[TermsPresent] = _best[SentenceFeature.TermsPresent];
        this[PairsNear] = _best[SentenceFeature.PairsNear];
        this[PairsInOrder] = _best[SentenceFeature.PairsInOrder];
        this[AddedBefore] = _best[SentenceFeature.AddedBefore];
        this[AddedByTitle] = _best[SentenceFeature.AddedByTitle];
        this[AddedByPassage] = _best[SentenceFeature.AddedByPassage];
        this[CoverageOfTitle] = _best[SentenceFeature.CoverageOfTitle];
        this[PassageScore] = _best[SentenceFeature.PassageScore];
        this[NamesFound] = _best[SentenceFeature.NamesFound];
        this[NamesMissing] = _best[SentenceFeature.NamesMissing];
        this[NumbersMissing] = _best[SentenceFeature.NumbersMissing];
        this[FocusFound] = _best[SentenceFeature.FocusFound];
        this[NewWords] = _best[SentenceFeature.NewWords];
        this[HighestPassageCoverage] = _ranking.Sentences.Max(s => s[SentenceFeature.CoverageOfPassage]);
        this[HighestWindowCoverage] = _ranking.Sentences.Max(s => s[SentenceFeature.CoverageAround]);
        this[HighestCoverage] = _ranking.Sentences.Max(s => s[SentenceFeature.Coverage]);
        this[HighestPairs] = _ranking.Sentences.Max(s => s[SentenceFeature.PairsNear]);
        this[Rivals] = _ranking.Sentences.Skip(1).Take(10)
            .Count(s => s[SentenceFeature.Coverage] >= _best[SentenceFeature.Coverage] - 1e-9) / 10.0;
        this[WithoutCapitals] = _question.UsesCapitals ? 0 : 1;
        this[Ideographic] = _question.IsIdeographic ? 1 : 0;
    }

    private void ReadLead()
    {
        var sentences = _ranking.Sentences;
        this[RankerScore] = _best.Score;
        this[RankerProbability] = 1 / sentences.Sum(s => Math.Exp(s.Score - _best.Score));
        this[LeadOverSecond] = LeadOver(sentences.Skip(1).FirstOrDefault(), 3);
        this[LeadOverOtherPassage] = LeadOver(sentences.FirstOrDefault(s => s.Passage != _best.Passage), 3);
        this[LeadOverTenth] = LeadOver(sentences[Math.Min(9, sentences.Count - 1)], 6);
        var passages = _ranking.Passages;
        var scores = passages.Select(passage => passage.Evidence.ScoreByWords ?? passage.Evidence.Score).ToList();
        var first = scores.Max();
        if (passages.Any(passage => passage.Evidence.ScoreByWords is not null))
        {
            scores.Sort((one, other) => other.CompareTo(one));
        }

        this[HighestPassageScore] = first;
        this[SecondPassageScore] = ScoreOf(1);
        this[FifthPassageScore] = ScoreOf(4);

        double ScoreOf(int i) => i < scores.Count && first > 0 ? Math.Max(0, scores[i]) / first : 0;
        double LeadOver(SentenceCandidate? other, double most) => other is null ? most : Math.Min(most, _best.Score - other.Score);
    }

    private void ReadTerms()
    {
        var terms = _question.Terms;
        var present = Enumerable.Range(0, terms.Count).Where(i => !IsMissing(i)).ToList();
        var rarityPresent = terms.Zip(_best.Sentence.Matches).Sum(pair => pair.First.Rarity * pair.Second);
        this[TermsPresentCount] = Math.Min(present.Count, 6);
        this[RarityPresent] = rarityPresent;
        this[RarityMissing] = terms.Sum(term => term.Rarity) - rarityPresent;
        this[RarestPresent] = present.Select(i => terms[i].Rarity).DefaultIfEmpty().Max();
        this[LettersInSentence] = LettersIn([_best.Sentence]);
        this[LettersInPassage] = LettersIn(_best.Passage.Sentences);
        var absent = Enumerable.Range(0, terms.Count).Where(i => terms[i].IsAbsent).ToList();
        this[Absent] = absent.Sum(i => terms[i].Weight);
        this[AbsentAndUnlike] = absent.Where(i => _ranking.Passages.All(passage => passage.Matches[i] < TermMatcher.Present)).Sum(i => terms[i].Weight);
        this[TermsAbsent] = absent.Count / (double)terms.Count;
        this[AbsentNames] = absent.Where(i => terms[i].IsName).Sum(i => terms[i].Weight);
    }

    private double LettersIn(IEnumerable<SentenceProfile> sentences)
    {
        var grams = sentences.SelectMany(sentence => sentence.Words).Where(word => !word.Word.IsStopWord)
            .Select(word => word.Word.Folded).Distinct().SelectMany(LettersOf).ToHashSet();
        return _question.Terms.Sum(term =>
        {
            var own = LettersOf(term.Word.Folded);
            return term.Weight * own.Count(grams.Contains) / own.Length;
        });
    }

    private static ulong[] LettersOf(string word) => WordSimilarity.Grams(word, 4);

    private void ReadMissing()
    {
        var terms = _question.Terms;
        var missing = Enumerable.Range(0, terms.Count).Where(i => IsMissing(i) && !terms[i].IsFocus).ToList();
        var sameDocument = _ranking.Passages
            .Where(passage => passage.Evidence.Passage.DocumentId == _best.Passage.Evidence.Passage.DocumentId)
            .Aggregate(new double[terms.Count], (union, passage) => TermMatcher.Union(union, passage.Matches));
        this[TermsMissing] = missing.Count / (double)terms.Count;
        this[TermsMissingCount] = Math.Min(missing.Count, 5);
        this[RarestMissing] = missing.Select(i => terms[i].Rarity).DefaultIfEmpty().Max();
        this[MissingButInPassage] = missing.Where(i => _best.Passage.Matches[i] >= TermMatcher.Present).Sum(i => terms[i].Weight);
        this[MissingButInDocument] = missing.Where(i => sameDocument[i] >= TermMatcher.Present).Sum(i => terms[i].Weight);
        this[MissingCommonness] = missing.Select(i => 1 - terms[i].Rarity).DefaultIfEmpty().Average();
        this[FirstTermMissing] = IsMissing(0) ? 1 : 0;
        this[LastTermMissing] = IsMissing(terms.Count - 1) ? 1 : 0;
    }

    private void ReadNames()
    {
        var offer = AnswerOffer.Of(_question, _best.Sentence);
        var names = MissingCount(term => term.IsName);
        var numbers = MissingCount(term => term.IsNumber);
        this[NamesMissingCount] = Math.Min(names, 3);
        this[NamesSwapped] = names > 0 && offer.Names > 0 ? 1 : 0;
        this[NumbersSwapped] = numbers > 0 && offer.Numbers > 0 ? 1 : 0;
        this[NamesOffered] = _question.UsesCapitals ? Math.Min(offer.Names, 4) : 1;
        this[KindOffered] = offer.Offers(_question.Kind) ? 1 : 0;
        this[KindOfferedStrictly] = _question.Kind switch
        {
            AnswerKind.Person => (2 * Some(offer.FullNames)) - 1,
            AnswerKind.Time => (2 * Some(offer.Dates)) - 1,
            AnswerKind.Place => (2 * Some(offer.Places)) - 1,
            AnswerKind.Count or AnswerKind.Measure or AnswerKind.Amount or AnswerKind.Share => (2 * Some(offer.Numbers)) - 1,
            _ => 0,
        };

        int MissingCount(Func<QuestionTerm, bool> where) =>
            Enumerable.Range(0, _question.Terms.Count).Count(i => where(_question.Terms[i]) && IsMissing(i));
        static double Some(double count) => count > 0 ? 1 : 0;
    }

    /// <summary>What the question asks of those it names: "born" in "Where was Liu Song born?".</summary>
    private void ReadPredicate()
    {
        var terms = _question.Terms;
        var around = _best.Passage.Sentences.Where((_, i) => Math.Abs(i - _best.Place) <= 1)
            .Aggregate(new double[terms.Count], (union, sentence) => TermMatcher.Union(union, sentence.Matches));
        var asked = Enumerable.Range(0, terms.Count).Where(i => !terms[i].IsName && !terms[i].IsNumber && !terms[i].IsCarried && !Reporting.Contains(terms[i].Word.Folded)).ToList();
        var weight = asked.Sum(i => terms[i].Weight);
        this[PredicateFound] = weight > 0 ? asked.Sum(i => terms[i].Weight * _best.Sentence.Matches[i]) / weight : 1;
        this[PredicateFoundAround] = weight > 0 ? asked.Sum(i => terms[i].Weight * around[i]) / weight : 1;
        this[OnlyNamesFound] = weight > 0 && asked.Count < terms.Count && asked.All(i => around[i] < TermMatcher.Present) ? 1 : 0;
    }

    private void ReadContradictions()
    {
        var sentence = _best.Sentence;
        var around = _best.Passage.Sentences.Where((_, i) => Math.Abs(i - _best.Place) <= 1).ToList();
        var window = around.SelectMany(s => s.Stems).ToHashSet(StringComparer.Ordinal);
        var folded = sentence.Words.Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        var questionNegated = Contradiction.IsNegated(_question.Words);
        var sentenceNegated = Contradiction.IsNegated(sentence.Words);
        var (missing, found) = Contradiction.CountSuperlatives(_question, folded);
        this[OnlyQuestionNegated] = questionNegated && !sentenceNegated ? 1 : 0;
        this[OnlySentenceNegated] = sentenceNegated && !questionNegated ? 1 : 0;
        this[Opposite] = Contradiction.HasOpposite(_question, window, sentence.Stems) ? 1 : 0;
        this[OppositeNearby] = Contradiction.HasOpposite(_question, window, window) ? 1 : 0;
        this[OppositePrefix] = Contradiction.HasOppositePrefix(
            _question, around.SelectMany(s => s.Words).Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal)) ? 1 : 0;
        this[SuperlativesMissing] = Math.Min(missing, 2);
        this[SuperlativesFound] = Math.Min(found, 2);
        this[ComparisonsMissing] = Math.Min(Contradiction.CountMissingComparisons(_question, folded), 2);
    }

    private void ReadOrder()
    {
        var order = WordOrder.Compare(_question, _best.Sentence);
        this[CommonSubsequence] = order.Subsequence;
        this[OrderKept] = order.InAnyOrder > 0 ? order.Subsequence / order.InAnyOrder : 0;
        this[CommonRun] = order.Run;
        this[CommonRunLength] = Math.Min(order.RunLength, 6);
        this[CommonPairs] = order.Pairs;
        this[DistanceToOffer] = FindDistanceToOffer();
    }

    private void ReadMeaning()
    {
        if (!_ranking.IsByMeaning)
        {
            return;
        }

        var sentences = _ranking.Sentences.Select(sentence => sentence[SentenceFeature.Meaning]).OrderDescending().ToList();
        var passages = _ranking.Passages.Select(passage => passage.Evidence.VectorProduct).ToList();
        this[BestMeaning] = _best[SentenceFeature.Meaning];
        this[HighestMeaning] = sentences[0];
        this[MeaningLead] = sentences[0] - sentences.Take(10).Average();
        this[PassageMeaning] = _best[SentenceFeature.PassageMeaning];
        this[HighestPassageMeaning] = passages.Max();
        this[PassageMeaningLead] = passages.Max() - passages.Average();
        this[TermsCompared] = Math.Log(1 + _question.Terms.Count);
    }

    private void ReadClosely()
    {
        if (_best.Nearness is not { } nearness)
        {
            return;
        }

        var read = _ranking.Sentences.Select(sentence => sentence.Nearness).OfType<WordNearness>().ToList();
        this[Closeness] = nearness.Mean;
        this[HighestCloseness] = read.Max(sentence => sentence.Mean);
        this[ClosenessLead] = read.Max(sentence => sentence.Mean) - read.Average(sentence => sentence.Mean);
        this[FarthestWord] = nearness.Farthest;
        this[FarthestWords] = nearness.FarthestThird;
        this[ClosenessTogether] = WordNearness.Together(read).Mean;
    }

    private double FindDistanceToOffer()
    {
        var words = _best.Sentence.Words;
        var found = Enumerable.Range(0, words.Count).Where(i => !words[i].Word.IsStopWord && _question.Stems.Contains(words[i].Word.Stem)).ToList();
        var offers = Enumerable.Range(0, words.Count).Where(i =>
            !words[i].Word.IsStopWord && !_question.FoldedWords.Contains(words[i].Word.Folded)
            && _question.Kind switch
            {
                AnswerKind.Person or AnswerKind.Place => !_question.UsesCapitals || (words[i].IsCapitalized && i > 0),
                AnswerKind.Time or AnswerKind.Count or AnswerKind.Measure or AnswerKind.Amount or AnswerKind.Share => words[i].Word.HasDigit,
                _ => true,
            }).ToList();
        return offers.SelectMany(offer => found.Select(at => Math.Abs(at - offer))).Append(9).Min();
    }
}
