using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;
using Moq;

namespace ForumQA.Tests.Evaluation.Running;

public sealed class EvaluatorTests : IDisposable
{
    private readonly EvalFixture _eval = new();

    public void Dispose() => _eval.Dispose();

    [Fact]
    public async Task Finds_every_case_correct_when_all_is_right()
    {
        var report = await _eval.RunAsync();

        Assert.All(report.Cases, judged => Assert.Equal(Verdict.Correct, judged.Score.Verdict));
        Assert.Equal(1, Value(report, "citation-precision"));
        Assert.Equal(1, Value(report, "citation-recall"));
        Assert.Equal(1, Value(report, "citation-exactness"));
        Assert.Equal(1, Value(report, "recall@1"));
        Assert.Equal(1, Value(report, "answer-contained"));
        Assert.Equal(0, Value(report, "false-answers"));
        Assert.Equal(0, Value(report, "false-refusals"));
        Assert.Equal(1, Value(report, "balanced-accuracy"));
    }

    [Fact]
    public async Task Tells_every_way_to_be_wrong_from_the_others()
    {
        _eval.Answers.Quote = question => question switch
        {
            "Who spoke of water?" => EvalFixture.Robots,
            "Where were robots shown?" => null,
            "Who spoke of fire?" => EvalFixture.Water,
            _ => throw new ForumQAException("model-down", "The model is down. Start it."),
        };

        var report = await _eval.RunAsync();

        Assert.Equal(
            [Verdict.WrongAnswer, Verdict.FalseRefusal, Verdict.FalseAnswer, Verdict.Failed], report.Cases.Select(judged => judged.Score.Verdict));
        Assert.Equal("The model is down. Start it.", report.Cases[3].Result.Error);
        Assert.Equal(0, Value(report, "citation-precision"));
        Assert.Equal(1, Value(report, "false-answers"));
        Assert.Equal(0.5, Value(report, "false-refusals"));
        Assert.Equal(0.25, Value(report, "balanced-accuracy"));
    }

    [Fact]
    public async Task Sees_a_quotation_that_is_off_by_one()
    {
        _eval.Answers.Shift = 1;

        var report = await _eval.RunAsync();

        Assert.Equal(Verdict.NotVerbatim, report.Cases[0].Score.Verdict);
        Assert.Equal(0, Value(report, "citation-exactness"));
    }

    [Fact]
    public async Task Keeps_the_order_of_the_file_whatever_ends_first()
    {
        using var others = new CountdownEvent(3);
        _eval.Answers.OnQuestion = asked =>
        {
            if (asked == 1)
            {
                Assert.True(others.Wait(TimeSpan.FromMinutes(5)));
            }
            else
            {
                others.Signal();
            }
        };

        var report = await _eval.RunAsync(parallelism: 4);

        Assert.Equal(["water", "robots", "fire", "pasta"], report.Cases.Select(judged => judged.Case.Id));
    }

    [Fact]
    public async Task Goes_on_where_it_was_stopped()
    {
        using var stop = new CancellationTokenSource();
        _eval.Answers.OnQuestion = asked =>
        {
            if (asked == 3)
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _eval.RunAsync(cancellationToken: stop.Token));
        await File.AppendAllTextAsync(_eval.Files.Unfinished, "{\"caseId\": \"half a li");

        _eval.Answers.OnQuestion = _ => { };
        var report = await _eval.RunAsync();

        // Two were answered before the stop, the third was stopped, and two were left.
        Assert.Equal(5, _eval.Answers.Asked);
        Assert.All(report.Cases, judged => Assert.Equal(Verdict.Correct, judged.Score.Verdict));
    }

    [Fact]
    public async Task Does_not_mix_results_of_other_options_or_another_index()
    {
        await _eval.RunAsync();
        Assert.Equal(4, _eval.Answers.Asked);
        await _eval.RunAsync();
        Assert.Equal(4, _eval.Answers.Asked);

        _eval.Options["Abstention:Threshold"] = "0.5";
        await _eval.RunAsync();
        Assert.Equal(8, _eval.Answers.Asked);

        _eval.Store.Writer.Delete("none.md");
        await _eval.RunAsync();
        Assert.Equal(12, _eval.Answers.Asked);
    }

    [Fact]
    public async Task Asks_again_only_what_failed()
    {
        _eval.Answers.OnQuestion = asked => throw new ForumQAException("model-down", $"Failure {asked}.");
        Assert.All((await _eval.RunAsync()).Cases, judged => Assert.Equal(Verdict.Failed, judged.Score.Verdict));

        _eval.Answers.OnQuestion = _ => { };
        var report = await _eval.RunAsync();

        Assert.DoesNotContain(report.Cases, judged => judged.Score.Verdict == Verdict.Failed);
    }

    [Fact]
    public async Task Runs_nothing_when_a_gold_quotation_stands_nowhere()
    {
        _eval.Cases = CaseFile.Parse(
            "cases.jsonl", ["""{"id": "a", "question": "Who?", "citations": [{"document": "a.md", "quotation": "No such words"}], "answerable": true}"""]);

        await Assert.ThrowsAsync<CaseFileException>(() => _eval.RunAsync());

        Assert.Equal(0, _eval.Answers.Asked);
    }

    [Fact]
    public async Task Tells_progress_once_for_each_case()
    {
        var progress = new Mock<IProgress<EvalProgress>>(MockBehavior.Strict);
        var inOrder = new MockSequence();
        foreach (var done in Enumerable.Range(1, 4))
        {
            progress.InSequence(inOrder).Setup(told => told.Report(It.Is<EvalProgress>(report => report.Done == done && report.Total == 4)));
        }

        await _eval.RunAsync(progress: progress.Object);

        progress.VerifyAll();
        progress.VerifyNoOtherCalls();
    }

    private static double Value(EvalReport report, string name) => report.Metrics.Single(estimate => estimate.Name == name).Value;
}
