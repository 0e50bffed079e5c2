using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;

namespace ForumQA.Evaluation.Running;

/// <summary>Compares what ForumQA did with what a case expects. No clock, no store, no chance: the same input gives the same score.</summary>
/// <param name="findText">A document's canonical text by id; null when there is none.</param>
/// <param name="findTitle">A document's title by id; null when there is none.</param>
/// <param name="supports">Whether quotations together support a sentence.</param>
internal sealed class CaseScorer(Func<string, string?> findText, Func<string, string?> findTitle, Func<string, IReadOnlyList<string>, bool> supports)
{
    private readonly ExpectationJudge _expectations = new(findTitle);

    public CaseScore Score(EvalCase evalCase, GoldEvidence gold, CaseResult result)
    {
        var citations = result.Citations;
        var support = SupportCounts.Of(
            result.Sentences.Select(sentence => new CitedSentence(sentence.Text, [.. sentence.Citations.Select(citation => citation.Quotation)])), supports);
        var score = new CaseScore
        {
            Verdict = Verdict.Failed,
            GoldRanks = [.. gold.Items.Select(item => RankOf(item, result.Retrieved))],
            GoldCited = [.. gold.Items.Select(item => citations.Any(citation => Carries(citation, item)))],
            Citations = citations.Count,
            GoldCitations = citations.Count(citation => gold.Items.Any(item => Carries(citation, item))),
            CorrectCitations = citations.Count(citation =>
                gold.Items.Any(item => Carries(citation, item)) || AnswerMetrics.Contains(citation.Quotation, evalCase.Answers)),
            ExactCitations = citations.Count(IsExact),
            ContainsAnswer = evalCase.Answers.Count > 0 ? AnswerMetrics.Contains(result.Text, evalCase.Answers) : null,
            F1 = evalCase.Answers.Count > 0 ? AnswerMetrics.F1(result.Text, evalCase.Answers) : null,
            Sentences = support.Sentences,
            SupportedSentences = support.Supported,
            CitationUses = support.Citations,
            PreciseUses = support.Precise,
            Answered = result.Status is AnswerStatus.Answered or AnswerStatus.Partial,
            Faults = result.Error is null ? _expectations.FindFaults(evalCase, result) : [],
        };
        var verdict = Judge(evalCase, result, score);
        return score with { Verdict = verdict, Outcome = Outcome(evalCase, result, verdict) };
    }

    private static Verdict Judge(EvalCase evalCase, CaseResult result, CaseScore score) => result switch
    {
        { Error: not null } => Verdict.Failed,
        _ when score.ExactCitations < score.Citations => Verdict.NotVerbatim,
        _ when evalCase.Expect is not null && score.Faults.Count == 0 && JudgeGold(score) == Verdict.Correct => Verdict.Correct,
        _ when !evalCase.Answerable && score.Answered => Verdict.FalseAnswer,
        _ when !evalCase.Answerable && evalCase.Expect is null => Verdict.Correct,
        _ when result.Status == AnswerStatus.NotFound || IsUnexpectedTalk(evalCase, result) => Verdict.FalseRefusal,
        _ when evalCase.Expect is not null && score.Faults.Count > 0 => Verdict.WrongAnswer,
        _ => JudgeGold(score),
    };

    private static Verdict JudgeGold(CaseScore score) => score switch
    {
        { ContainsAnswer: false } => Verdict.WrongAnswer,
        { GoldCited.Count: > 0 } when !score.GoldCited.Contains(true) => Verdict.EvidenceNotCited,
        _ => Verdict.Correct,
    };

    private static CaseOutcome Outcome(EvalCase evalCase, CaseResult result, Verdict verdict) => (verdict, result.Status) switch
    {
        (Verdict.Failed, _) => CaseOutcome.Failed,
        (Verdict.Correct, _) => CaseOutcome.Good,
        (_, AnswerStatus.NotFound) => CaseOutcome.RefusedWrongly,
        (_, AnswerStatus.Partial) => CaseOutcome.WrongWithDoubt,

        // Small talk in place of an answer claims nothing; a wrong word about the corpus does.
        (_, AnswerStatus.Conversation) when IsUnexpectedTalk(evalCase, result) => CaseOutcome.RefusedWrongly,
        _ => CaseOutcome.WrongWithoutDoubt,
    };

    private static bool IsUnexpectedTalk(EvalCase evalCase, CaseResult result) =>
        result.Status == AnswerStatus.Conversation && !ExpectationJudge.Statuses(evalCase).Contains(AnswerStatus.Conversation);

    private static int? RankOf(GoldItem item, IReadOnlyList<RetrievedSpan> retrieved)
    {
        for (var i = 0; i < retrieved.Count; i++)
        {
            if (item.IsCarriedBy(retrieved[i].DocumentId, retrieved[i].Start, retrieved[i].End))
            {
                return i + 1;
            }
        }

        return null;
    }

    private static bool Carries(Citation citation, GoldItem item) => item.IsCarriedBy(citation.DocumentId, citation.Start, citation.End);

    private bool IsExact(Citation citation) =>
        findText(citation.DocumentId) is { } text && citation.StandsIn(text);
}
