using System.Globalization;
using System.Xml.Linq;

namespace ForumQA.Evaluation.Reports;

/// <summary>A metric with its confidence interval on a line from 0 to 1, as SVG.</summary>
internal static class IntervalBar
{
    private const double Width = 160;
    private const double Height = 14;

    public static string Draw(MetricEstimate estimate) => Svg.Chart(
        Width,
        Height,
        string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.000}, 95 % interval {estimate.Low:0.000} to {estimate.High:0.000}"),
        [
            Svg.Line("grid", 3, Height / 2, Width - 3, Height / 2),
            Svg.Line("interval", X(estimate.Low), Height / 2, X(estimate.High), Height / 2),
            Svg.Circle("point", X(estimate.Value), Height / 2, 3.5),
        ]).ToString(SaveOptions.DisableFormatting);

    private static double X(double value) => 3 + (value * (Width - 6));
}
