using System.Globalization;
using System.Xml.Linq;

namespace ForumQA.Evaluation.Reports;

/// <summary>The share of correct cases for each tag as SVG: a bar with its confidence interval.</summary>
internal static class TagChart
{
    private const double Width = 520;
    private const double RowHeight = 22;
    private const double Left = 190;
    private const double Right = 470;

    public static string Draw(IReadOnlyList<TagMetrics> tags)
    {
        var rows = tags
            .Select(tag => (tag, Correct: tag.Metrics.First(estimate => estimate.Name == MetricCatalogue.Correct)))
            .OrderByDescending(row => row.Correct.Value)
            .ToList();
        var height = (rows.Count * RowHeight) + 26;
        return Svg.Chart(Width, height, "Share of correct cases by tag", [.. Grid(height), .. rows.SelectMany((row, i) => Row(row.tag, row.Correct, i * RowHeight))])
            .ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Grid(double height)
    {
        for (var i = 0; i <= 4; i++)
        {
            yield return Svg.Line("grid", X(i / 4.0), 0, X(i / 4.0), height - 22);
            yield return Svg.Text("axis middle", X(i / 4.0), height - 6, (i / 4.0).ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<XElement> Row(TagMetrics tag, MetricEstimate correct, double y)
    {
        var middle = y + (RowHeight / 2);
        yield return Svg.Text("label end", Left - 10, middle + 4, $"{tag.Tag} ({tag.Cases})");
        yield return Svg.Rectangle("bar", Left, y + 4, Math.Max(X(correct.Value) - Left, 1), RowHeight - 8);
        yield return Svg.Line("whisker", X(correct.Low), middle, X(correct.High), middle);
        yield return Svg.Text("axis", Right + 10, middle + 4, correct.Value.ToString("0.00", CultureInfo.InvariantCulture));
    }

    private static double X(double share) => Left + (share * (Right - Left));
}
