using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Running;

namespace ForumQA.Tests.Evaluation.Running;

public sealed class ConversationCasesTests : IDisposable
{
    private const string Line =
        """{"id": "a", "kind": "follow-up", "question": "And the robots?", "history": [{"question": "Given?", "answer": "Given."}], "before": ["Who spoke of water?", "Who spoke of fire?"], "expect": {"mustContain": [["Tokyo"]]}, "answerable": true}""";

    private readonly EvalFixture _eval = new() { Cases = CaseFile.Parse("cases.jsonl", [Line]) };

    public void Dispose() => _eval.Dispose();

    [Fact]
    public async Task Really_asks_the_questions_before_and_hands_on_what_was_answered()
    {
        var judged = Assert.Single((await _eval.RunAsync()).Cases);

        Assert.Equal(["Who spoke of water?", "Who spoke of fire?", "And the robots?"], _eval.Answers.Requests.Select(request => request.Question));
        ConversationTurn given = new("Given?", "Given."), water = new("Who spoke of water?", EvalFixture.Water), fire = new("Who spoke of fire?");
        Assert.Equal([[given], [given, water], [given, water, fire]], _eval.Answers.Requests.Select(request => request.History));
        Assert.Equal([water, fire], judged.Result.Before);
        Assert.Equal(Verdict.Correct, judged.Score.Verdict);
    }

    [Fact]
    public async Task Hands_on_no_more_turns_than_a_conversation_keeps()
    {
        var before = string.Join(", ", Enumerable.Range(0, ConversationHistory.MaxTurns + 5).Select(i => $"\"Question {i}?\""));
        _eval.Cases = CaseFile.Parse("cases.jsonl", ["{\"id\": \"a\", \"question\": \"And?\", \"answerable\": false, \"before\": [" + before + "]}"]);

        await _eval.RunAsync();

        var last = _eval.Answers.Requests.Last().History;
        Assert.Equal(ConversationHistory.MaxTurns, last.Count);
        Assert.Equal($"Question {ConversationHistory.MaxTurns + 4}?", last[^1].Question);
    }

    [Fact]
    public async Task Fails_when_a_question_before_fails()
    {
        _eval.Answers.OnQuestion = asked => _ = asked == 2 ? throw new ForumQAException("model-down", "The model is down.") : 0;

        var judged = Assert.Single((await _eval.RunAsync()).Cases);

        Assert.Equal((Verdict.Failed, CaseOutcome.Failed, "The model is down."), (judged.Score.Verdict, judged.Score.Outcome, judged.Result.Error));
        Assert.Equal(2, _eval.Answers.Asked);
    }
}
