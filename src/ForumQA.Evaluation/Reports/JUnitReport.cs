using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ForumQA.Evaluation.Running;

namespace ForumQA.Evaluation.Reports;

/// <summary>A report as JUnit XML, the form that CI systems show test results in: one test for each case, and one for each threshold missed.</summary>
internal static class JUnitReport
{
    public static string Write(EvalReport report, IReadOnlyList<string> gateFailures)
    {
        var cases = report.Cases.Select(CaseElement).ToList();
        var gate = gateFailures.Select((reason, i) => new XElement(
            "testcase",
            new XAttribute("classname", "gate"),
            new XAttribute("name", Clean(reason.Split(':')[0])),
            new XElement("failure", new XAttribute("message", Clean(reason)))));
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", Clean(Path.GetFileName(report.CaseFile))),
            new XAttribute("tests", cases.Count + gateFailures.Count),
            new XAttribute("failures", gateFailures.Count + report.Cases.Count(judged => judged.Score.Verdict is not (Verdict.Correct or Verdict.Failed))),
            new XAttribute("errors", report.Cases.Count(judged => judged.Score.Verdict == Verdict.Failed)),
            new XAttribute("time", Seconds(report.Cases.Sum(judged => judged.Result.Times.Total))),
            new XAttribute("timestamp", report.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            cases,
            gate);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement("testsuites", suite)}\n";
    }

    private static XElement CaseElement(JudgedCase judged)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("classname", Clean(judged.Case.Kind ?? (judged.Case.Tags is [var tag, ..] ? tag : "case"))),
            new XAttribute("name", Clean($"{judged.Case.Id}: {judged.Case.Question}")),
            new XAttribute("time", Seconds(judged.Result.Times.Total)));
        if (judged.Score.Verdict != Verdict.Correct)
        {
            element.Add(new XElement(
                judged.Score.Verdict == Verdict.Failed ? "error" : "failure",
                new XAttribute("type", judged.Score.Verdict),
                new XAttribute("message", Clean(VerdictText.Of(judged.Score.Verdict))),
                Clean(Describe(judged))));
        }

        return element;
    }

    private static string Describe(JudgedCase judged)
    {
        var expected = judged.Score.Faults.Count > 0 ? "otherwise: " + string.Join(' ', judged.Score.Faults) : judged.Case.Answerable ? string.Join(" | ", judged.Case.Answers) : "no answer";
        var got = judged.Result.Error ?? (judged.Score.Answered ? judged.Result.Text : judged.Result.Reason ?? "no answer");
        return $"Question: {judged.Case.Question}\nExpected: {expected}\nGot: {got}";
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>The text without what XML 1.0 cannot hold: most control characters and halves of surrogate pairs.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\ufffd" : rune.ToString());
        }

        return clean.ToString();
    }
}
