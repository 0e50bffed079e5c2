using System.Globalization;
using System.Xml.Linq;

namespace ForumQA.Evaluation.Reports;

/// <summary>Elements of the charts. Colours come from the page's classes, so that a chart is dark where the page is.</summary>
internal static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static XElement Chart(double width, double height, string label, params IEnumerable<XElement> content) => new(
        Namespace + "svg",
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.#} {height:0.#}")),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", label),
        content);

    public static XElement Line(string style, double x1, double y1, double x2, double y2) =>
        new(Namespace + "line", Class(style), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    public static XElement Rectangle(string style, double x, double y, double width, double height) =>
        new(Namespace + "rect", Class(style), At("x", x), At("y", y), At("width", width), At("height", height), At("rx", 2));

    public static XElement Circle(string style, double x, double y, double radius, string? tip = null) =>
        new(Namespace + "circle", Class(style), At("cx", x), At("cy", y), At("r", radius), tip is null ? null : new XElement(Namespace + "title", tip));

    public static XElement Text(string style, double x, double y, string text) =>
        new(Namespace + "text", Class(style), At("x", x), At("y", y), text);

    public static XElement Path(string style, IEnumerable<(double X, double Y)> points) => new(
        Namespace + "path",
        Class(style),
        new XAttribute("d", "M" + string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##} {point.Y:0.##}")))));

    private static XAttribute Class(string style) => new("class", style);

    private static XAttribute At(string name, double value) => new(name, value.ToString("0.##", CultureInfo.InvariantCulture));
}
