using System.Xml.Linq;
using AngleSharp.Html.Parser;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;
using ForumQA.Tests.Evaluation.Running;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Evaluation.Reports;

public sealed class ReportTests : IDisposable
{
    private const string Script = "<script>alert(1)</script> stands in the text.";

    private readonly EvalFixture _eval = new();

    public void Dispose() => _eval.Dispose();

    [Fact]
    public async Task Reads_back_the_report_it_writes()
    {
        var report = await _eval.RunAsync();

        await WriteAsync(report);
        var again = await ReportFiles.ReadAsync(_eval.Files.Json, CancellationToken.None);

        Assert.Equal(report.Metrics, again.Metrics);
        Assert.Equal(report.Settings.CorpusHash, again.Settings.CorpusHash);
        Assert.Equal(report.Cases.Select(judged => judged.Result.Text), again.Cases.Select(judged => judged.Result.Text));
        Assert.Empty(EvalComparison.Of(again, report).Cases);
        Assert.False(File.Exists(_eval.Files.Unfinished));
    }

    [Fact]
    public async Task Says_that_a_file_is_no_report()
    {
        var path = _eval.Folder.Write("other.json", "{}");

        var error = await Assert.ThrowsAsync<ForumQAException>(() => ReportFiles.ReadAsync(path, CancellationToken.None));

        Assert.Equal("report-invalid", error.Code);
    }

    [Fact]
    public async Task Shows_a_failed_case_with_its_quotation_marked_and_runs_no_script()
    {
        _eval.Answers.Quote = _ => Script;

        await WriteAsync(await _eval.RunAsync(), gateFailures: ["<b>bold</b>"]);

        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(_eval.Files.Html));
        Assert.Empty(page.QuerySelectorAll("script, b b, .banner b:not(.bad)"));
        Assert.Equal(4, page.QuerySelectorAll("article").Length);
        var card = page.QuerySelectorAll("article").Single(article => article.TextContent.Contains("Who spoke of water?", StringComparison.Ordinal));
        var marks = card.QuerySelectorAll("mark").Select(mark => mark.TextContent).ToList();
        Assert.Equal([EvalFixture.Water, Script], marks);
        Assert.Contains($"{EvalFixture.Water} {EvalFixture.Robots} {Script}", card.QuerySelectorAll("blockquote")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_nothing_from_anywhere_else()
    {
        await WriteAsync(await _eval.RunAsync());

        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(_eval.Files.Html));

        Assert.Empty(page.QuerySelectorAll("[src], link, script, iframe, object, [style*='url(']"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => !link.GetAttribute("href")!.StartsWith('#'));
        Assert.NotEmpty(page.QuerySelectorAll("svg"));
    }

    [Fact]
    public async Task Counts_tests_failures_and_errors_for_ci()
    {
        _eval.Answers.Quote = question => question.Contains("pasta", StringComparison.Ordinal) ? throw new InvalidOperationException("broken") : EvalFixture.Water;

        await WriteAsync(await _eval.RunAsync(), gateFailures: ["false-answers: too many."]);

        var suite = XDocument.Load(_eval.Files.JUnit).Root!.Element("testsuite")!;
        Assert.Equal(("5", "3", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Equal(3, suite.Descendants("failure").Count());
        Assert.Contains("Expected: Tokyo | in Tokyo", suite.Descendants("failure").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_xml_whatever_the_texts_hold()
    {
        var report = await _eval.RunAsync();

        Prop.ForAll<string>(text =>
        {
            var wild = report.Cases[0] with
            {
                Case = report.Cases[0].Case with { Question = text + "\0\ud800￾" },
                Score = report.Cases[0].Score with { Verdict = Verdict.WrongAnswer },
            };
            return XDocument.Parse(JUnitReport.Write(report with { Cases = [wild] }, [text + ": \u001b"])).Descendants("failure").Count() == 2;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Compares_two_runs_case_by_case()
    {
        var before = await _eval.RunAsync();
        _eval.Answers.Quote = question => question switch
        {
            "Who spoke of water?" => null,
            "Where were robots shown?" => $"{EvalFixture.Water} {EvalFixture.Robots}",
            _ => null,
        };
        _eval.Options["x"] = "y";

        var comparison = EvalComparison.Of(before, await _eval.RunAsync());
        var back = EvalComparison.Of(await _eval.RunAsync(), before);

        Assert.Equal([("water", CaseChange.Broken), ("robots", CaseChange.OtherWording)], comparison.Cases.Select(c => (c.Id, c.Change)));
        Assert.Contains(("water", CaseChange.Fixed), back.Cases.Select(c => (c.Id, c.Change)));
        Assert.True(comparison.SameCorpus);
        Assert.Equal(-0.5, comparison.Metrics.Single(change => change.After.Name == "citation-recall").Difference);
    }

    [Fact]
    public async Task Sees_evidence_that_was_lost_though_the_verdict_is_the_same()
    {
        var report = await _eval.RunAsync();
        var lost = report.Cases[0] with { Score = report.Cases[0].Score with { GoldRanks = [null] } };

        var comparison = EvalComparison.Of(report, report with { Cases = [lost, .. report.Cases.Skip(2)] });

        Assert.Equal([("water", CaseChange.EvidenceLost), ("robots", CaseChange.Gone)], comparison.Cases.Select(c => (c.Id, c.Change)));
    }

    private Task WriteAsync(EvalReport report, IReadOnlyList<string>? gateFailures = null) =>
        _eval.Files.WriteAsync(report, EvalComparison.Of(report, report), gateFailures, _eval.Store, CancellationToken.None);
}
