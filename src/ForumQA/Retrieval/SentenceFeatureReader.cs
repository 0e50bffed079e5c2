using System.Collections.Frozen;
using ForumQA.Text;
using static ForumQA.Retrieval.SentenceFeature;

namespace ForumQA.Retrieval;

/// <summary>Computes the <see cref="SentenceFeature"/>s of the sentences retrieved for one question.</summary>
internal sealed class SentenceFeatureReader(Question question, TermMatcher matcher, IReadOnlyList<Evidence> evidence)
{
    /// <summary>Two characters of Chinese make about as much of a sentence as one word of English.</summary>
    private const double WordsPerPair = 0.5;

    private static readonly FrozenSet<string> Pronouns = Lexicon.Of("pronoun", "pronoun that opens");

    private readonly IReadOnlyList<QuestionTerm> _terms = question.Terms;
    private readonly double _best = evidence.Select(found => found.Score).DefaultIfEmpty().Max();
    private readonly double _bestByWords = evidence.Select(ScoreByWords).DefaultIfEmpty().Max();

    /// <summary>A sentence that still waits for its vector is taken for one of the middle: its words decide.</summary>
    private readonly double _middle = evidence.SelectMany(found => found.SentenceScores ?? []).Select(score => score.Score).DefaultIfEmpty().Average();

    /// <summary>The features of a passage's sentences, in their order.</summary>
    public IReadOnlyList<double[]> Read(PassageProfile passage)
    {
        var best = passage.Sentences.Max(sentence => Share(sentence.Matches));
        return [.. Enumerable.Range(0, passage.Sentences.Count).Select(i => Read(passage, i, best))];
    }

    /// <summary>Whether a sentence opens with a word that stands for something named before.</summary>
    public static bool OpensWithPronoun(SentenceProfile sentence) => Pronouns.Contains(sentence.Words[0].Word.Folded);

    /// <summary>The share of the weight of the terms that match and satisfy a condition.</summary>
    public double Share(double[] matches, Func<QuestionTerm, bool>? where = null)
    {
        var share = 0.0;
        for (var i = 0; i < matches.Length; i++)
        {
            share += where is null || where(_terms[i]) ? _terms[i].Weight * matches[i] : 0;
        }

        return share;
    }

    private double[] Read(PassageProfile passage, int i, double best)
    {
        var sentence = passage.Sentences[i];
        var before = i > 0 ? passage.Sentences[i - 1].Matches : null;
        var after = i + 1 < passage.Sentences.Count ? passage.Sentences[i + 1].Matches : null;
        var around = passage.MatchesAround(i);
        var withTitle = TermMatcher.Union(sentence.Matches, passage.TitleMatches);
        var coverage = Share(sentence.Matches);
        var addedBefore = before is null ? 0 : Share(TermMatcher.Union(sentence.Matches, before)) - coverage;

        var f = new double[LinearModel<SentenceFeature>.Count];
        f[(int)PassageScore] = _bestByWords > 0 ? Math.Max(0, ScoreByWords(passage.Evidence)) / _bestByWords : 0;
        f[(int)Coverage] = coverage;
        f[(int)CoverageWithoutFocus] = Share(sentence.Matches, term => !term.IsFocus);
        f[(int)CoverageAround] = Share(around);
        f[(int)CoverageOfPassage] = Share(passage.Matches);
        f[(int)CoverageOverBest] = best > 0 ? coverage / best : 0;
        f[(int)ExactCoverage] = _terms.Where(term => sentence.Stems.Contains(term.Word.Stem)).Sum(term => term.Weight);
        f[(int)TermsPresent] = sentence.Matches.Count(match => match >= TermMatcher.Present) / (double)Math.Max(1, _terms.Count);
        f[(int)CoverageAfter] = after is null ? 0 : Share(after);
        f[(int)CoverageWithTitle] = Share(withTitle);
        f[(int)CoverageOfTitle] = Share(passage.TitleMatches);
        f[(int)NamesFound] = Share(sentence.Matches, term => term.IsName);
        f[(int)NamesMissing] = Missing(term => term.IsName, j => Math.Max(withTitle[j], 0.5 * around[j]));
        f[(int)NumbersMissing] = Missing(term => term.IsNumber, j => sentence.Matches[j]);
        f[(int)FocusFound] = _terms.Zip(sentence.Matches).Where(pair => pair.First.IsFocus).Sum(pair => pair.Second);
        (f[(int)PairsNear], f[(int)PairsInOrder]) = ReadPairs(sentence);
        f[(int)Place] = Math.Min(i, 6) / 6.0;
        f[(int)AddedBehindPronoun] = OpensWithPronoun(sentence) ? addedBefore : 0;
        f[(int)AddedBefore] = addedBefore;
        f[(int)AddedByTitle] = f[(int)CoverageWithTitle] - coverage;
        f[(int)AddedByPassage] = f[(int)CoverageOfPassage] - coverage;
        f[(int)SentenceFeature.IsQuestion] = IsQuestion(sentence) ? 1 : 0;
        ReadLengths(sentence, f);
        ReadOffer(AnswerOffer.Of(question, sentence), f);
        ReadMeaning(passage, i, f);
        return f;
    }

    private double Missing(Func<QuestionTerm, bool> where, Func<int, double> found) =>
        Enumerable.Range(0, _terms.Count).Where(j => where(_terms[j])).Sum(j => _terms[j].Weight * (1 - found(j)));

    /// <summary>Neighbouring terms of the question: how near they stand here, and in the same order within three words.</summary>
    private (double Near, double InOrder) ReadPairs(SentenceProfile sentence)
    {
        double total = 0, near = 0, inOrder = 0;
        for (var k = 0; k + 1 < _terms.Count; k++)
        {
            var weight = _terms[k].Weight + _terms[k + 1].Weight;
            total += weight;
            if (sentence.Matches[k] < TermMatcher.Present || sentence.Matches[k + 1] < TermMatcher.Present)
            {
                continue;
            }

            var (distance, ordered) = Nearest(matcher.Places(k, sentence.Words), matcher.Places(k + 1, sentence.Words));
            near += weight * (distance <= 2 ? 1 : distance <= 4 ? 0.6 : distance <= 8 ? 0.3 : 0.1);
            inOrder += ordered && distance <= 3 ? weight : 0;
        }

        return total > 0 ? (near / total, inOrder / total) : (0, 0);
    }

    private static (int Distance, bool Ordered) Nearest(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var best = (Distance: int.MaxValue, Ordered: false);
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                if (Math.Abs(a - b) < best.Distance)
                {
                    best = (Math.Abs(a - b), b > a);
                }
            }
        }

        return best;
    }

    private static bool IsQuestion(SentenceProfile sentence) => sentence.Text[^1] is '?' or '？' or '؟';

    private static double ScoreByWords(Evidence evidence) => evidence.ScoreByWords ?? evidence.Score;

    private void ReadMeaning(PassageProfile passage, int i, double[] f)
    {
        if (passage.Evidence.SentenceScores is not { } scores)
        {
            return;
        }

        // What was asked before, in much the same words, is answered by what follows it.
        f[(int)Meaning] = IsQuestion(passage.Sentences[i]) ? _middle : i > 0 && IsQuestion(passage.Sentences[i - 1]) ? Math.Max(CosineOf(i), CosineOf(i - 1)) : CosineOf(i);
        f[(int)PassageMeaning] = passage.Evidence.VectorProduct;
        f[(int)PassageLag] = passage.Evidence.Score - _best;

        double CosineOf(int place)
        {
            var start = passage.Sentences[place].Start - passage.Evidence.Passage.Start;
            return scores.Where(score => score.Start == start).Select(score => score.Score).DefaultIfEmpty(_middle).First();
        }
    }

    private void ReadLengths(SentenceProfile sentence, double[] f)
    {
        var scale = question.IsIdeographic ? WordsPerPair : 1;
        var length = sentence.Words.Count * scale;
        var newWords = Math.Log(1 + (scale * sentence.Words.Count(word =>
            !word.Word.IsStopWord && !question.FoldedWords.Contains(word.Word.Folded) && !question.Stems.Contains(word.Word.Stem))));
        f[(int)NewWords] = newWords;
        f[(int)Length] = Math.Log(1 + length);
        f[(int)IsShort] = length < 8 ? 1 : 0;
        f[(int)WhatNewWords] = question.Kind == AnswerKind.Thing ? newWords : 0;
    }

    private void ReadOffer(AnswerOffer offer, double[] f)
    {
        switch (question.Kind)
        {
            case AnswerKind.Person:
                f[(int)WhoFullName] = Some(offer.FullNames);
                f[(int)WhoName] = Some(offer.Names);
                break;
            case AnswerKind.Time:
                f[(int)WhenDate] = Some(offer.Dates);
                f[(int)WhenNumber] = Some(offer.Numbers);
                break;
            case AnswerKind.Place:
                f[(int)WherePlace] = Some(offer.Places);
                f[(int)WhereName] = Some(offer.Names);
                break;
            case AnswerKind.Count or AnswerKind.Amount or AnswerKind.Measure or AnswerKind.Share:
                f[(int)QuantityNumber] = Some(offer.Numbers);
                f[(int)QuantityOnlyYears] = offer.Numbers > 0 && offer.Dates >= offer.Numbers ? 1 : 0;
                f[(int)SharePercentage] = question.Kind == AnswerKind.Share ? Some(offer.Percentages) : 0;
                break;
            case AnswerKind.Reason:
                f[(int)WhyReason] = Math.Min(offer.ReasonWords, 2) / 2;
                break;
        }

        static double Some(double count) => count > 0 ? 1 : 0;
    }
}
