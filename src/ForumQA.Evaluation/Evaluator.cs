using System.Collections.Concurrent;
using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;
using ForumQA.Storage;

namespace ForumQA.Evaluation;

/// <summary>Runs eval cases against an index and judges what comes back.</summary>
public sealed class Evaluator
{
    private readonly IndexStore _store;
    private readonly AnswerSource _answers;
    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, string> _options;
    private readonly IReadOnlyDictionary<string, string> _prompts;

    /// <summary>Creates an evaluator.</summary>
    /// <param name="store">The index that is asked; quotations are compared with its documents.</param>
    /// <param name="answers">What answers the questions.</param>
    /// <param name="options">The options in force, by configuration key, for the report; never keys or passwords.</param>
    /// <param name="prompts">The hash of each prompt in force, by name, for the report.</param>
    /// <param name="time">The clock.</param>
    public Evaluator(
        IndexStore store,
        AnswerSource answers,
        IReadOnlyDictionary<string, string> options,
        IReadOnlyDictionary<string, string> prompts,
        TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(time);
        _store = store;
        _answers = answers;
        _options = options;
        _prompts = prompts;
        _time = time;
    }

    /// <summary>Runs the cases, several at a time; the report has them in the order of the file whatever the order they end in.</summary>
    /// <param name="request">What to run, and how.</param>
    /// <param name="progress">Told after each case; may be null.</param>
    /// <param name="cancellationToken">Stops. What is done by then stays in <see cref="EvalRequest.ResumeFile"/>.</param>
    /// <exception cref="CaseFileException">A gold quotation does not stand in the corpus; nothing was run.</exception>
    public async Task<EvalReport> RunAsync(EvalRequest request, IProgress<EvalProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Parallelism, 1);
        var started = _time.GetUtcNow();
        var settings = RunSettings.Of(_store, _options, _prompts);
        var documents = new ConcurrentDictionary<string, Document?>(StringComparer.Ordinal);
        Document? Find(string id) => documents.GetOrAdd(id, key => _store.Documents.Find(key));
        string? FindText(string id) => Find(id)?.Text;
        var gold = request.Cases.Locate(FindText);
        var chosen = request.Cases.Cases.Zip(gold).Where(pair => request.Half is null || pair.First.Half == request.Half).ToList();

        var results = await AnswerAsync(request, [.. chosen.Select(pair => pair.First)], settings.Key, progress, cancellationToken).ConfigureAwait(false);

        var scorer = new CaseScorer(FindText, id => Find(id)?.Title, (sentence, quotations) => SupportJudge.Judge(sentence, quotations) == Support.Supported);
        return ReportBuilder.Build(request, settings, started, [.. chosen.Zip(results).Select(entry =>
        {
            var ((evalCase, evidence), result) = entry;
            return new JudgedCase(evalCase, result, scorer.Score(evalCase, evidence, result));
        })]);
    }

    private async Task<CaseResult[]> AnswerAsync(
        EvalRequest request, IReadOnlyList<EvalCase> cases, string runKey, IProgress<EvalProgress>? progress, CancellationToken cancellationToken)
    {
        var log = await ResultLog.OpenAsync(request.ResumeFile, request.NeverRefuse ? $"{runKey}-never-refuse" : runKey, cancellationToken).ConfigureAwait(false);
        await using var closing = log.ConfigureAwait(false);
        var results = new CaseResult[cases.Count];
        var done = 0;
        var runner = new CaseRunner(_answers, request.NeverRefuse);
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, cases.Count, options, async (i, cancellation) =>
        {
            if (!log.Kept.TryGetValue(cases[i].Hash, out var result))
            {
                result = await runner.RunAsync(cases[i], cancellation).ConfigureAwait(false);

                // A failure is not kept: the next run tries again.
                if (result.Error is null)
                {
                    await log.AddAsync(result, cancellation).ConfigureAwait(false);
                }
            }

            results[i] = result;
            progress?.Report(new EvalProgress(Interlocked.Increment(ref done), cases.Count, cases[i].Id));
        }).ConfigureAwait(false);
        return results;
    }
}
