using ForumQA.Answering;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Prompts;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering.Generation;

public class AnswerContextTests
{
    private static readonly Prompt Answer = new PromptLibrary(null).Answer;

    private static readonly SampleEvidence Evidence = new SampleEvidence()
        .Add("a", string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"Passage {i} says: {Words(5 + (i * 7 % 60))}.")))
        .Add("b", string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"第{i}段: {string.Concat(Enumerable.Repeat("論壇 <é> ", 1 + (i * 5 % 20)))}")))
        .Add("c", Words(400));

    private static readonly string[] Ids = [.. Enumerable.Range(0, 40).SelectMany(i => new[] { $"a#{i}", $"b#{i}" })];

    private static readonly ConversationTurn[] Turns = [.. Enumerable.Range(0, 10).Select(i => new ConversationTurn($"Question {i}?", $"Answer {i}, {Words(i * 4)}."))];

    [Fact]
    public void All_goes_in_when_the_context_is_large()
    {
        var context = Fit(["a#0", "b#0"], 100_000);

        Assert.Equal(2, context.Passages.Count);
        Assert.Equal(Turns[^6..].Select(turn => turn.Question), context.History.Select(turn => turn.Question));
        var text = Answer.Render(context.Variables)[1].Text;
        Assert.Contains(context.Passages[1].Text, text, StringComparison.Ordinal);
        Assert.Contains("Answer: Answer 9,", text, StringComparison.Ordinal);
        Assert.Contains("Question: Who <is> it?", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rendered_prompt_never_takes_more_than_the_budget() =>
        Prop.ForAll(Gen.Shuffle(Ids).ToArbitrary(), Gen.Choose(800, 6000).ToArbitrary(), (order, tokens) =>
        {
            var context = Fit(order.Take(20), tokens);
            return ContextBudget.Estimate(Answer.Render(context.Variables)) <= tokens && context.Passages.Count > 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Earlier_turns_give_way_to_the_best_passage()
    {
        var least = Enumerable.Range(300, 2000).First(tokens => !Throws(tokens));

        Assert.Empty(Fit(["c#0"], least).History);
        Assert.Single(Fit(["c#0"], least).Passages);
        Assert.NotEmpty(Fit(["c#0"], 2 * least).History);

        static bool Throws(int tokens)
        {
            try
            {
                return Fit(["c#0"], tokens).Passages.Count == 0;
            }
            catch (ForumQAException e)
            {
                Assert.Equal("chat-context-too-small", e.Code);
                return true;
            }
        }
    }

    [Fact]
    public void A_large_budget_is_well_used()
    {
        var context = Fit(Ids, 4000, most: 50);

        Assert.InRange(ContextBudget.Estimate(Answer.Render(context.Variables)), 3600, 4000);
    }

    private static AnswerContext Fit(IEnumerable<string> ids, int tokens, int most = 8) =>
        AnswerContext.Fit(Answer, "Who <is> it?", Turns, Evidence.Of(ids), Evidence.Find, new GenerationOptions { Passages = most }, tokens);

    private static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => i % 7 == 0 ? "1,234" : "forum"));
}
