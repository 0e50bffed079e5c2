using System.Globalization;
using System.Xml.Linq;
using ForumQA.Evaluation.Metrics;

namespace ForumQA.Evaluation.Reports;

/// <summary>The risk-coverage curve as SVG: coverage to the right, risk upwards.</summary>
internal static class RiskCoverageChart
{
    private const double Width = 520;
    private const double Height = 300;
    private const double Left = 56;
    private const double Top = 16;
    private const double Right = 504;
    private const double Bottom = 252;

    /// <param name="points">From the highest threshold to the lowest; not empty.</param>
    public static string Draw(IReadOnlyList<RiskCoveragePoint> points)
    {
        // Whole tenths, so that the lines of the grid have round numbers.
        var highest = Math.Clamp(Math.Ceiling(points.Max(point => point.Risk) * 10) / 10, 0.1, 1);
        var last = points[^1];
        var tip = string.Create(
            CultureInfo.InvariantCulture, $"All answers given: coverage {last.Coverage:0.000}, risk {last.Risk:0.000}, threshold {last.Threshold:0.000}");
        return Svg.Chart(
            Width,
            Height,
            $"Risk-coverage curve. {tip}",
            [
                .. Grid(highest),
                Svg.Path("curve", points.Select(point => (X(point.Coverage), Y(point.Risk, highest)))),
                Svg.Circle("point", X(last.Coverage), Y(last.Risk, highest), 4.5, tip),
                Svg.Text("axis end", Right, Height - 10, "coverage: share of questions answered"),
                Svg.Text("axis", 4, Top - 4, "risk: share of answers that are wrong"),
            ]).ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Grid(double highest)
    {
        for (var i = 0; i <= 5; i++)
        {
            var (risk, coverage) = (highest * i / 5, i / 5.0);
            yield return Svg.Line("grid", Left, Y(risk, highest), Right, Y(risk, highest));
            yield return Svg.Text("axis end", Left - 8, Y(risk, highest) + 4, risk.ToString("0.##", CultureInfo.InvariantCulture));
            yield return Svg.Text("axis middle", X(coverage), Bottom + 18, coverage.ToString("0.#", CultureInfo.InvariantCulture));
        }
    }

    private static double X(double coverage) => Left + (coverage * (Right - Left));

    private static double Y(double risk, double highest) => Bottom - (risk / highest * (Bottom - Top - 8));
}
