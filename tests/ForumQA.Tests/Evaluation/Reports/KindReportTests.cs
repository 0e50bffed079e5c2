using AngleSharp.Html.Parser;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Reports;
using ForumQA.Tests.Evaluation.Running;

namespace ForumQA.Tests.Evaluation.Reports;

public sealed class KindReportTests : IDisposable
{
    private readonly EvalFixture _eval = new()
    {
        Cases = CaseFile.Parse("cases.jsonl",
        [
            """{"id": "a", "kind": "list", "half": "tune", "question": "Who spoke of water?", "expect": {"items": [["Xu Zhiyu"]]}, "answerable": true}""",
            """{"id": "b", "kind": "list", "half": "report", "question": "Where were robots shown?", "expect": {"items": [["Osaka"]]}, "answerable": true}""",
            """{"id": "c", "kind": "why", "half": "report", "question": "Why fire?", "expect": {"mustContain": [["heat"]]}, "answerable": true}""",
        ]),
    };

    public void Dispose() => _eval.Dispose();

    [Fact]
    public async Task Shows_each_kind_and_each_half_by_itself()
    {
        var report = await _eval.RunAsync();

        Assert.Equal([("list", 2), ("why", 1)], report.Kinds.Select(kind => (kind.Kind, kind.Cases)));
        Assert.Equal([0.5, 0.5, 0, 0], report.Kinds[0].Metrics.Select(estimate => estimate.Value));
        Assert.Equal([0, 0, 0, 1], report.Kinds[1].Metrics.Select(estimate => estimate.Value));
        Assert.Equal(["good", "confidently-wrong", "doubtfully-wrong", "wrongly-refused"], report.Kinds[0].Metrics.Select(estimate => estimate.Name));
        Assert.Equal([(CaseHalf.Tune, 1.0), (CaseHalf.Report, 0.0)], report.Halves.Select(half => (half.Half, half.Metrics[0].Value)));
        Assert.Equal(["list", "why"], report.Halves[1].Kinds.Select(kind => kind.Kind));
    }

    [Fact]
    public async Task Writes_them_where_they_are_read_again_and_seen()
    {
        var report = await _eval.RunAsync();

        await _eval.Files.WriteAsync(report, null, null, _eval.Store, CancellationToken.None);

        var again = await ReportFiles.ReadAsync(_eval.Files.Json, CancellationToken.None);
        Assert.Equal(report.Kinds.SelectMany(kind => kind.Metrics), again.Kinds.SelectMany(kind => kind.Metrics));
        Assert.Equal("1 of 1 items are missing: Osaka.", Assert.Single(again.Cases[1].Score.Faults));
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(_eval.Files.Html)).Body!.TextContent;
        Assert.Contains("Replies by kind of question and half", page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 items are missing: Osaka.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_kinds_that_no_case_has()
    {
        _eval.Cases = CaseFile.Parse("cases.jsonl", ["""{"id": "fire", "question": "Who spoke of fire?", "answerable": false}"""]);

        var report = await _eval.RunAsync();

        Assert.Empty(report.Kinds);
        Assert.Equal(1, report.Metrics.Single(estimate => estimate.Name == "good").Value);
    }

    [Fact]
    public async Task Fails_the_gate_by_kind()
    {
        var thresholds = await ReadAsync("""{"kinds": {"list": {"minimum": {"good": 0.4}, "maximum": {"confidently-wrong": 0.4}}, "how": {"minimum": {"good": 0.5}}}, "maximum": {"confidently-wrong": 1}}""");

        var reasons = thresholds.Check(await _eval.RunAsync());

        Assert.Equal(
        [
            "list, good: the lower confidence bound 0.000 is under the threshold 0.400 (measured 0.500 on 2 cases).",
            "list, confidently-wrong: the upper confidence bound 1.000 is over the threshold 0.400 (measured 0.500 on 2 cases).",
            "how, good: no case of this run defines it, so its threshold 0.5 is not reached.",
        ], reasons);
    }

    [Theory]
    [InlineData("""{"kinds": {"list": {}}}""", "set no threshold")]
    [InlineData("""{"kinds": {"lists": {"minimum": {"good": 0.5}}}}""", "'lists' is none of the kinds of question")]
    [InlineData("""{"kinds": {"list": {"minimum": {"mrr": 0.5}}}}""", "'mrr' is none of the metrics with a minimum (good)")]
    [InlineData("""{"kinds": {"list": {"minima": {}}}}""", "minima")]
    public async Task Refuses_thresholds_of_a_kind_that_could_not_fail(string json, string complaint)
    {
        var error = await Assert.ThrowsAsync<ForumQAException>(() => ReadAsync(json));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    private Task<Thresholds> ReadAsync(string json) => Thresholds.ReadAsync(_eval.Folder.Write("thresholds.json", json), CancellationToken.None);
}
