using ForumQA.Evaluation.Reports;
using ForumQA.Tests.Evaluation.Running;

namespace ForumQA.Tests.Evaluation.Reports;

public sealed class ThresholdsTests : IDisposable
{
    private readonly EvalFixture _eval = new();

    public void Dispose() => _eval.Dispose();

    [Fact]
    public async Task Pass_when_every_bound_is_within()
    {
        var thresholds = await ReadAsync("""{"minimum": {"citation-exactness": 1, "recall@1": 0.9}, "maximum": {"false-answers": 0.1}}""");

        Assert.Empty(thresholds.Check(await _eval.RunAsync()));
    }

    [Fact]
    public async Task Fail_when_citations_are_broken_on_purpose()
    {
        _eval.Answers.Shift = 1;
        var thresholds = await ReadAsync("""{"minimum": {"citation-exactness": 1}}""");

        var reason = Assert.Single(thresholds.Check(await _eval.RunAsync()));

        Assert.Equal("citation-exactness: the lower confidence bound 0.000 is under the threshold 1.000 (measured 0.000 on 2 cases).", reason);
    }

    [Fact]
    public async Task Fail_by_the_bound_even_where_the_value_passes()
    {
        _eval.Answers.Quote = question => question.Contains("water", StringComparison.Ordinal) ? EvalFixture.Water : null;
        var report = await _eval.RunAsync();
        var contained = report.Metrics.Single(estimate => estimate.Name == "answer-contained");
        Assert.Equal((0.5, 0.0), (contained.Value, contained.Low));

        var thresholds = await ReadAsync("""{"minimum": {"answer-contained": 0.4}, "maximum": {"false-refusals": 0.6}}""");

        Assert.Equal(["answer-contained", "false-refusals"], thresholds.Check(report).Select(reason => reason.Split(':')[0]));
    }

    [Fact]
    public async Task Fail_when_a_case_could_not_be_answered()
    {
        _eval.Answers.OnQuestion = asked => _ = asked == 1 ? throw new ForumQAException("model-down", "The model is down.") : 0;
        var thresholds = await ReadAsync("""{"minimum": {"citation-exactness": 1}}""");

        var reason = Assert.Single(thresholds.Check(await _eval.RunAsync()));

        Assert.Contains("1 of 4 cases could not be answered; the first, water: The model is down.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_when_nothing_was_measured()
    {
        _eval.Answers.Quote = _ => null;
        var thresholds = await ReadAsync("""{"minimum": {"citation-precision": 0.5}}""");

        Assert.Contains("no case of this run defines it", Assert.Single(thresholds.Check(await _eval.RunAsync())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "set no threshold")]
    [InlineData("""{"minimum": {"precision": 0.5}}""", "'precision' is none of the metrics with a minimum")]
    [InlineData("""{"minimum": {"false-answers": 0.5}}""", "'false-answers' is none of the metrics with a minimum")]
    [InlineData("""{"maximum": {"recall@1": 0.5}}""", "'recall@1' is none of the metrics with a maximum")]
    [InlineData("""{"minimums": {"recall@1": 0.5}}""", "minimums")]
    [InlineData("[", "not in order")]
    public async Task Are_refused_when_they_could_not_fail(string json, string complaint)
    {
        var error = await Assert.ThrowsAsync<ForumQAException>(() => ReadAsync(json));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    private Task<Thresholds> ReadAsync(string json) => Thresholds.ReadAsync(_eval.Folder.Write("thresholds.json", json), CancellationToken.None);
}
