using ForumQA.Answering.Conversation;
using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Answers with sentences of the documents as they stand, each with its citation. Needs no model; the same ranking gives the same answer.</summary>
internal static class ExtractiveComposer
{
    /// <summary>A further sentence must have at least this share of the best one's coverage.</summary>
    private const double LeastCoverage = 0.6;

    /// <summary>Sentences that are ranked by meaning too lie nearer together.</summary>
    private const double MarginByMeaning = 0.25;

    /// <summary>Among so many of the best sentences a second source is looked for.</summary>
    private const int SourcesLookedAt = 30;

    private const int MostSources = 3;

    /// <summary>The quotations of the answer in reading order, to be verified; empty when there is nothing to quote.</summary>
    /// <param name="ranking">The sentences found.</param>
    /// <param name="asked">The message in its conversation; null outside of one.</param>
    /// <param name="status">Whether they answer without a doubt; in doubt more is quoted.</param>
    public static IReadOnlyList<QuotedSentence> Compose(SentenceRanking ranking, AskedQuestion? asked = null, AnswerStatus status = AnswerStatus.Answered)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var chosen = new List<SentenceCandidate>();
        foreach (var candidate in Choose(ranking, asked))
        {
            if (Antecedent(candidate, ranking) is { } antecedent && !chosen.Any(other => IsSame(other, antecedent)))
            {
                chosen.Add(antecedent);
            }

            chosen.RemoveAll(other => IsSame(other, candidate));
            chosen.Add(candidate);
        }

        return Quote(InReadingOrder(chosen), ranking, asked, status);
    }

    /// <summary>Chosen sentences as quotations, each with as much of what surrounds it as it needs.</summary>
    /// <inheritdoc cref="Compose"/>
    public static IReadOnlyList<QuotedSentence> Quote(IReadOnlyList<SentenceCandidate> chosen, SentenceRanking ranking, AskedQuestion? asked, AnswerStatus status)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(ranking);
        IEnumerable<QuotedStretch> stretches = asked?.MostSentences is null
            ? Surroundings.Of(chosen, ranking.Question, status)
            : chosen.Select(candidate => new QuotedStretch(candidate, candidate.Place, candidate.Place));
        return [.. stretches.Select(stretch => stretch.IsOneSentence
            ? new QuotedSentence(stretch.Span.Text, [.. Sources(stretch.Chosen, chosen, ranking).Select(source => QuotedSpan.Of(source.Passage, source.Sentence))])
            : new QuotedSentence(stretch.Span.Text, [stretch.Span]))];
    }

    private static List<SentenceCandidate> Choose(SentenceRanking ranking, AskedQuestion? asked)
    {
        var breadth = AnswerBreadth.Of(ranking.Question).Of(asked?.Length ?? AnswerLength.Normal);
        var margin = breadth.Margin * (ranking.IsByMeaning ? MarginByMeaning : 1);
        var unsaid = ranking.Sentences.Where(candidate => asked?.HasSaid(candidate.Sentence.Text) != true);
        var chosen = new List<SentenceCandidate>();
        foreach (var candidate in unsaid)
        {
            if (chosen.Count == 0)
            {
                chosen.Add(candidate);
                continue;
            }

            if (chosen.Count >= Math.Min(breadth.Sentences, asked?.MostSentences ?? breadth.Sentences) || candidate.Score < chosen[0].Score - margin)
            {
                break;
            }

            var coversEnough = candidate[SentenceFeature.CoverageAround] >= LeastCoverage * chosen[0][SentenceFeature.CoverageAround];
            if (coversEnough && !chosen.Any(other => SentenceResemblance.AreDuplicates(other.Sentence, candidate.Sentence)))
            {
                chosen.Add(candidate);
            }
        }

        return chosen;
    }

    /// <summary>The sentence before one that opens with a pronoun, when a name stands there, or that draws a conclusion from it, when a reason is asked for.</summary>
    private static SentenceCandidate? Antecedent(SentenceCandidate candidate, SentenceRanking ranking)
    {
        if (candidate.Place == 0)
        {
            return null;
        }

        var before = candidate.Passage.Sentences[candidate.Place - 1];
        if (ranking.Question.Kind == AnswerKind.Reason && Conclusions.Draws(candidate.Sentence))
        {
            // What is concluded is no reason; what it is concluded from is.
            return new SentenceCandidate(candidate.Passage, candidate.Place - 1, candidate.Features, candidate.Score);
        }

        if (!SentenceFeatureReader.OpensWithPronoun(candidate.Sentence))
        {
            return null;
        }

        var hasName = before.Words.Any(word => word.IsCapitalized && !word.Word.IsStopWord);
        return hasName
            ? ranking.Sentences.FirstOrDefault(other => IsSame(other, candidate.Passage, before))
                ?? new SentenceCandidate(candidate.Passage, candidate.Place - 1, candidate.Features, candidate.Score)
            : null;
    }

    /// <summary>Documents in the order of their best sentence, within each the order of the text.</summary>
    private static IReadOnlyList<SentenceCandidate> InReadingOrder(IReadOnlyList<SentenceCandidate> chosen) =>
        [.. chosen.GroupBy(DocumentOf).SelectMany(document => document.OrderBy(candidate => candidate.Sentence.Start))];

    /// <summary>The sentence itself and sentences of other documents that say the same, one a document.</summary>
    private static IEnumerable<SentenceCandidate> Sources(
        SentenceCandidate candidate, IReadOnlyList<SentenceCandidate> chosen, SentenceRanking ranking) =>
        ranking.Sentences.Take(SourcesLookedAt)
            .Where(other => DocumentOf(other) != DocumentOf(candidate)
                && !chosen.Contains(other)
                && SentenceResemblance.StateTheSame(candidate.Sentence, other.Sentence))
            .DistinctBy(DocumentOf)
            .Take(MostSources - 1)
            .Prepend(candidate);

    private static string DocumentOf(SentenceCandidate candidate) => candidate.Passage.Evidence.Passage.DocumentId;

    private static bool IsSame(SentenceCandidate first, SentenceCandidate second) => IsSame(first, second.Passage, second.Sentence);

    private static bool IsSame(SentenceCandidate first, PassageProfile passage, SentenceProfile sentence) =>
        DocumentOf(first) == passage.Evidence.Passage.DocumentId && first.Sentence.Start == sentence.Start;
}
