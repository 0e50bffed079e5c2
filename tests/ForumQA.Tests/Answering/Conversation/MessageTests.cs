using ForumQA.Answering;
using ForumQA.Answering.Conversation;

namespace ForumQA.Tests.Answering.Conversation;

/// <summary>The messages of <c>messages.tsv</c>.</summary>
public sealed class MessageTests(SeedConversation seeds) : IClassFixture<SeedConversation>
{
    public static TheoryData<string, string, string> Messages
    {
        get
        {
            var messages = new TheoryData<string, string, string>();
            foreach (var parts in File.ReadLines(Repository.Path("tests", "ForumQA.Tests", "Answering", "Conversation", "messages.tsv"))
                .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')))
            {
                messages.Add(parts[0], parts[1], parts[2]);
            }

            return messages;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Is_understood(string before, string message, string expected)
    {
        using var snapshot = seeds.OpenSnapshot();
        var reading = new ConversationReading(new IndexedNames(snapshot));
        foreach (var heard in await seeds.SayAsync(before.Split(" || ", StringSplitOptions.RemoveEmptyEntries)))
        {
            reading.Add(ConversationHistory.TurnOf(heard.Answer));
        }

        var (asked, spoken) = reading.Read(message);

        var understood = spoken?.Move.ToString() ?? asked.Text;
        if (expected.StartsWith('~'))
        {
            Assert.All(expected[1..].Split(' '), word => Assert.Contains(word, understood, StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(expected, understood);
        }
    }

    [Theory]
    [InlineData("Are you fond of cheese?", true)]
    [InlineData("Which is your favourite colour?", true)]
    [InlineData("How soon does the courier reach your gate?", false)]
    [InlineData("How do you reset the alarm?", false)]
    public void Is_spoken_to_ForumQA_when_it_opens_with_it(string message, bool isPersonal)
    {
        using var snapshot = seeds.OpenSnapshot();

        Assert.Equal(isPersonal, new ConversationReading(new IndexedNames(snapshot)).Read(message).Asked.IsPersonal);
    }
}
