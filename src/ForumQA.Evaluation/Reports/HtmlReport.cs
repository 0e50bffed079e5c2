using System.Globalization;
using System.Reflection;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Running;
using HandlebarsDotNet;

namespace ForumQA.Evaluation.Reports;

/// <summary>A report as one page of HTML that needs nothing else: no script, no font, no network.</summary>
/// <param name="findText">A document's canonical text by id, for the words around quotations; null when there is none.</param>
internal sealed class HtmlReport(Func<string, string?> findText)
{
    private static readonly Lazy<HandlebarsTemplate<object, object>> Template = new(() => Handlebars.Create().Compile(ReadTemplate()));

    // The values the template calls for with three braces are charts of ours; everything else it escapes.
    public string Write(EvalReport report, EvalComparison? comparison, IReadOnlyList<string>? gateFailures)
    {
        var cards = new CaseCards(findText);
        return Template.Value(new
        {
            Title = Path.GetFileName(report.CaseFile),
            Date = report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            report.Settings.Version,
            Commit = report.Settings.Commit is { Length: >= 10 } commit ? commit[..10] : report.Settings.Commit,
            Half = report.Half?.ToString().ToLowerInvariant(),
            report.Parallelism,
            Count = report.Cases.Count,
            Gated = gateFailures is not null,
            GatePassed = gateFailures is { Count: 0 },
            GateFailures = gateFailures ?? [],
            Verdicts = report.Verdicts.Select(pair => new
            {
                Anchor = pair.Key.ToString(),
                Text = VerdictText.Of(pair.Key),
                Count = pair.Value,
                Share = Percent((double)pair.Value / report.Cases.Count),
                IsCorrect = pair.Key == Verdict.Correct,
            }).ToList(),
            Metrics = report.Metrics.Select(MetricRow).ToList(),
            Curve = report.RiskCoverage.Count > 0 ? RiskCoverageChart.Draw(report.RiskCoverage) : null,
            TagChart = report.Tags.Count > 0 ? Reports.TagChart.Draw(report.Tags) : null,
            TagColumns = MetricCatalogue.ByTag.Select(metric => metric.Name).ToList(),
            Tags = report.Tags.Select(TagRow).ToList(),
            KindColumns = MetricCatalogue.ByKind.Select(metric => metric.Name).ToList(),
            Kinds = KindRows(report),
            Times = report.Times.Select(time => new { time.Stage, Median = Milliseconds(time.Median), Percentile95 = Milliseconds(time.Percentile95) }).ToList(),
            Comparison = comparison is null ? null : ComparisonView(comparison),
            Groups = cards.Group(report.Cases),
            Facts = Facts(report),
        });
    }

    private static object MetricRow(MetricEstimate estimate) => new
    {
        estimate.Name,
        Value = Number(estimate.Value),
        Low = Number(estimate.Low),
        High = Number(estimate.High),
        estimate.Cases,
        Meaning = MetricCatalogue.All.Single(metric => metric.Name == estimate.Name).Meaning + (estimate.LowerIsBetter ? " (lower is better)" : ""),
        Bar = IntervalBar.Draw(estimate),
    };

    private static object TagRow(TagMetrics tag) => new
    {
        tag.Tag,
        tag.Cases,
        Values = MetricCatalogue.ByTag
            .Select(metric => tag.Metrics.FirstOrDefault(estimate => estimate.Name == metric.Name))
            .Select(estimate => estimate is null ? "" : Number(estimate.Value)).ToList(),
    };

    /// <summary>Every half and kind; of a kind both halves beside the whole.</summary>
    private static List<object> KindRows(EvalReport report) =>
    [
        .. report.Kinds.Count == 0 ? [] : report.Halves.Select(half => KindRow("all", half.Half, half.Cases, half.Metrics)),
        .. report.Kinds.SelectMany(kind => report.Halves
            .SelectMany(half => half.Kinds, (half, each) => (half.Half, each))
            .Where(pair => pair.each.Kind == kind.Kind && report.Halves.Count > 1)
            .Select(pair => KindRow("", pair.Half, pair.each.Cases, pair.each.Metrics))
            .Prepend(KindRow(kind.Kind, null, kind.Cases, kind.Metrics))),
    ];

    private static object KindRow(string kind, CaseHalf? half, int cases, IReadOnlyList<MetricEstimate> metrics) => new
    {
        Kind = kind,
        Half = half?.ToString().ToLowerInvariant(),
        Cases = cases,
        Values = metrics.Select(estimate => $"{Number(estimate.Value)} ({Number(estimate.Low)} to {Number(estimate.High)})").ToList(),
    };

    private static object ComparisonView(EvalComparison comparison) => new
    {
        Baseline = comparison.BaselineStartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        comparison.SameCorpus,
        Nothing = comparison.Cases.Count == 0,
        Metrics = comparison.Metrics.Where(change => change.Difference != 0).Select(change => new
        {
            change.After.Name,
            Before = Number(change.Before.Value),
            After = Number(change.After.Value),
            Difference = change.Difference.ToString("+0.000;-0.000", CultureInfo.InvariantCulture),
            Better = change.Difference > 0 != change.After.LowerIsBetter,
        }).ToList(),
        Groups = comparison.Cases.GroupBy(compared => compared.Change).Select(group => new
        {
            Text = VerdictText.Of(group.Key),
            Count = group.Count(),
            Cases = group.Select(compared => new
            {
                compared.Id,
                compared.Question,
                Before = Describe(compared.Before),
                After = Describe(compared.After),
            }).ToList(),
        }).ToList(),
    };

    private static string Describe(JudgedCase? judged) => judged switch
    {
        null => "",
        { Score.Verdict: Verdict.Correct } => judged.Result.Text.Length > 0 ? judged.Result.Text : "Refused, as expected",
        _ => $"{VerdictText.Of(judged.Score.Verdict)}. {judged.Result.Error ?? judged.Result.Text}",
    };

    private static List<object> Facts(EvalReport report)
    {
        var index = report.Settings.Index;
        var facts = new List<(string Name, string? Value)>
        {
            ("Cases", report.CaseFile),
            ("Index", report.Settings.IndexPath),
            ("Corpus", index.Corpus),
            ("Corpus hash", report.Settings.CorpusHash),
            ("Documents, passages", $"{index.DocumentCount}, {index.PassageCount}"),
            ("Embedding", $"{index.EmbeddingModel} ({index.Dimensions} dimensions)"),
            ("Chunking", index.Chunking),
            ("Schema, generation", $"{index.SchemaVersion}, {index.Generation}"),
            ("Answers written by the model", report.Model?.Answers.ToString(CultureInfo.InvariantCulture)),
            ("Tokens read, written", report.Model?.Tokens is { } tokens ? $"{tokens.Input}, {tokens.Output}" : null),
            ("Notes", report.Model?.Notes.Count > 0 ? string.Join(", ", report.Model.Notes.Select(note => $"{note.Key} {note.Value}")) : null),
            ("Version, commit", $"{report.Settings.Version}, {report.Settings.Commit ?? "unknown"}"),
        };
        facts.AddRange(report.Settings.Options.Concat(report.Settings.Prompts).Select(pair => (pair.Key, (string?)pair.Value)));
        return [.. facts.Where(fact => fact.Value is not null).Select(fact => new { fact.Name, fact.Value })];
    }

    private static string ReadTemplate()
    {
        using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream("ForumQA.Evaluation.Reports.report.html.hbs")!;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
