using ForumQA.Answering;
using ForumQA.Answering.Generation;

namespace ForumQA.Tests.Answering.Generation;

public class SuppliedTurnsTests
{
    private static readonly ConversationTurn[] Turns = [new("One?", "First."), new("Two?", null), new("Three?", "Third.")];

    [Fact]
    public void All_turns_are_kept_in_order_when_they_fit() => Assert.Equal(Turns, SuppliedTurns.Choose(Turns, 6, 1000));

    [Fact]
    public void The_oldest_go_first()
    {
        Assert.Equal(["Two?", "Three?"], Questions(SuppliedTurns.Choose(Turns, 2, 1000)));
        Assert.Equal(["Two?", "Three?"], Questions(SuppliedTurns.Choose(Turns, 6, Turns.Sum(SuppliedTurns.Cost) - 1)));
        Assert.Equal(["Three?"], Questions(SuppliedTurns.Choose(Turns, 6, SuppliedTurns.Cost(Turns[2]))));
        Assert.Empty(SuppliedTurns.Choose(Turns, 6, 3));
        Assert.Empty(SuppliedTurns.Choose(Turns, 0, 1000));
        Assert.Empty(SuppliedTurns.Choose(Turns, 6, -5));
    }

    [Fact]
    public void No_older_turn_takes_the_place_of_one_that_does_not_fit()
    {
        var turns = new ConversationTurn[] { new("A?"), new("Long " + string.Join(' ', Enumerable.Repeat("question", 100)) + "?"), new("C?") };

        Assert.Equal(["C?"], Questions(SuppliedTurns.Choose(turns, 6, 50)));
    }

    [Fact]
    public void Long_answers_are_shortened_to_their_first_sentences()
    {
        var turn = new ConversationTurn("Q?", "The first. The second. The third.");
        var one = new ConversationTurn("Q?", $"The first. {string.Join(' ', Enumerable.Repeat("Second", 200))}.");
        var endless = new ConversationTurn("Q?", string.Join(' ', Enumerable.Repeat("first", 300)) + ". Second.");

        var kept = SuppliedTurns.Choose([turn, one, endless], 6, 10_000);

        Assert.Equal("The first. The second.", kept[0].Answer);
        Assert.Equal("The first.", kept[1].Answer);
        Assert.EndsWith("first.", kept[2].Answer, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Questions(IEnumerable<ConversationTurn> turns) => turns.Select(turn => turn.Question);
}
