using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;

namespace ForumQA.Evaluation.Running;

/// <summary>Holds a reply against what a case expects of it.</summary>
/// <param name="findTitle">A document's title by id; null when there is none.</param>
internal sealed class ExpectationJudge(Func<string, string?> findTitle)
{
    private static readonly AnswerStatus[] Given = [AnswerStatus.Answered, AnswerStatus.Partial];

    /// <summary>The statuses that are right for a case.</summary>
    public static IReadOnlyList<AnswerStatus> Statuses(EvalCase evalCase) =>
        evalCase.Expect is { } expect ? [.. All(expect).SelectMany(each => Statuses(evalCase, each)).Distinct()]
        : evalCase.Answerable ? Given
        : [AnswerStatus.NotFound];

    /// <returns>What is wrong, a sentence each; empty when the reply is good.</returns>
    public IReadOnlyList<string> FindFaults(EvalCase evalCase, CaseResult result)
    {
        // Of several good replies the one with this status is what it should have been.
        var faults = All(evalCase.Expect).OrderByDescending(expect => Statuses(evalCase, expect).Contains(result.Status))
            .Select(expect => FindFaults(expect, Statuses(evalCase, expect), result)).ToList();
        return faults.Find(each => each.Count == 0) ?? faults.FirstOrDefault() ?? [];
    }

    private static IEnumerable<Expectation> All(Expectation? expect)
    {
        for (; expect is not null; expect = expect.Otherwise)
        {
            yield return expect;
        }
    }

    private static IReadOnlyList<AnswerStatus> Statuses(EvalCase evalCase, Expectation expect) =>
        expect.Status.Count > 0 ? expect.Status : evalCase.Answerable ? Given : [AnswerStatus.NotFound];

    private List<string> FindFaults(Expectation expect, IReadOnlyList<AnswerStatus> statuses, CaseResult result)
    {
        var answer = Wording.Words(result.Text);

        // What a person reads of a refusal or a doubt is its reason.
        var reply = Wording.Words($"{result.Text} {result.Reason}");
        var faults = new List<string>();
        if (!statuses.Contains(result.Status))
        {
            faults.Add($"The status is {result.Status}, not {string.Join(" or ", statuses)}.");
        }

        if (result.Status == AnswerStatus.Conversation && answer.Count == 0)
        {
            faults.Add("Nothing is said.");
        }

        if (Given.Contains(result.Status) && result.Citations.Count == 0)
        {
            faults.Add("Nothing is cited.");
        }

        var missing = expect.Items.Where(item => !AnyStands(reply, item)).Select(item => item[0]).ToList();
        if (expect.Items.Count - missing.Count < Math.Ceiling((expect.Least * expect.Items.Count) - 1e-9))
        {
            faults.Add($"{missing.Count} of {expect.Items.Count} items are missing: {string.Join(", ", missing)}.");
        }

        faults.AddRange(expect.Sides.Where(side => !AnyStands(reply, side.Of)).Select(side => $"Nothing is said of {side.Of[0]}."));
        faults.AddRange(expect.Sides.Where(side => AnyStands(reply, side.Of) && !AnyStands(reply, side.Says)).Select(side => $"Of {side.Of[0]} this is missing: {string.Join(" | ", side.Says)}."));
        faults.AddRange(expect.MustContain.Where(group => !AnyStands(reply, group)).Select(group => $"It does not say: {string.Join(" | ", group)}."));
        faults.AddRange(expect.MustNotContain.Where(wording => Wording.Stands(answer, wording)).Select(wording => $"It says: {wording}."));
        faults.AddRange(expect.Documents.Where(id => !Names(id, reply, result)).Select(id => $"'{id}' is neither cited nor named."));
        faults.AddRange(expect.Within.Count == 0 ? [] : result.Citations.Select(citation => citation.DocumentId).Distinct().Except(expect.Within).Select(id => $"It cites '{id}', of which nothing was asked."));
        if (expect.MaxSentences is { } most && result.Sentences.Count > most)
        {
            faults.Add($"It has {result.Sentences.Count} sentences, more than {most}.");
        }

        return faults;
    }

    private static bool AnyStands(IReadOnlyList<string> words, IReadOnlyList<string> wordings) => wordings.Any(wording => Wording.Stands(words, wording));

    private bool Names(string id, IReadOnlyList<string> reply, CaseResult result) =>
        result.Citations.Any(citation => citation.DocumentId == id)
        || Wording.Stands(reply, id)
        || (findTitle(id) is { } title && Wording.Stands(reply, title));
}
