using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Retrieval;

namespace ForumQA.Evaluation.Running;

/// <summary>Asks the question of one case and keeps what came of it.</summary>
/// <param name="answers">What answers it.</param>
/// <param name="neverRefuse">Whether every question is answered.</param>
internal sealed class CaseRunner(AnswerSource answers, bool neverRefuse)
{
    /// <summary>As deep as any metric looks.</summary>
    private const int Depth = 10;

    public async Task<CaseResult> RunAsync(EvalCase evalCase, CancellationToken cancellationToken)
    {
        var result = new CaseResult { CaseId = evalCase.Id, CaseHash = evalCase.Hash };
        try
        {
            foreach (var question in evalCase.Before ?? [])
            {
                var earlier = await AskAsync(result, question, evalCase, cancellationToken).ConfigureAwait(false);
                if (earlier.Answer is not { } answer)
                {
                    return earlier.Result;
                }

                result = result with { Before = [.. result.Before, ConversationHistory.TurnOf(answer)] };
            }

            return (await AskAsync(result, evalCase.Question, evalCase, cancellationToken).ConfigureAwait(false)).Result;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One case that fails must not cost the results of all others; the report and the gate show it.
            return result with { Error = e is ForumQAException ? e.Message : $"{e.GetType().Name}: {e.Message}" };
        }
    }

    /// <summary>Asks one question after the turns so far, as the console and the page do.</summary>
    private async Task<(CaseResult Result, Answer? Answer)> AskAsync(CaseResult result, string question, EvalCase evalCase, CancellationToken cancellationToken)
    {
        var request = new AnswerRequest(question)
        {
            History = [.. evalCase.History.Concat(result.Before).TakeLast(ConversationHistory.MaxTurns)],
            NeverRefuse = neverRefuse,
        };
        await foreach (var update in answers(request, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (update is AnswerCompleted { Answer: var answer })
            {
                return (Complete(result, answer), answer);
            }
        }

        return (result with { Error = "The stream of updates ended before the answer was complete. This is a bug in ForumQA." }, null);
    }

    private static CaseResult Complete(CaseResult result, Answer answer) => result with
    {
        StandaloneQuestion = answer.StandaloneQuestion,
        Retrieved = [.. answer.Evidence.Take(Depth).Select(Span)],
        Times = answer.Times,
        Status = answer.Status,
        Score = answer.Score,
        Reason = answer.Abstention?.Reason,
        Lead = answer.Lead,
        Sentences = answer.Sentences,
        Model = answer.Model,
        Usage = answer.Usage,
        Notes = [.. answer.Notes.Select(note => note.Code)],
    };

    private static RetrievedSpan Span(Evidence evidence) =>
        new(evidence.Passage.DocumentId, evidence.Passage.Start, evidence.Passage.End, evidence.Score);
}
