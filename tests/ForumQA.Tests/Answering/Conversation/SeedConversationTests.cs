using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Conversation;

/// <summary>Whole conversations over the seeds.</summary>
public sealed class SeedConversationTests(SeedConversation seeds) : IClassFixture<SeedConversation>
{
    [Fact]
    public async Task Goes_on_from_forum_to_forum_and_corrects_itself()
    {
        var heard = await seeds.SayAsync("hi", "When was the 16th forum held?", "and the 20th?", "thanks", "sorry, the 17th", "who hosted it?", "bye");

        Assert.Contains("December 1st, 2020", heard[1].Text, StringComparison.Ordinal);
        Assert.Equal("When was the 20th forum held?", heard[2].Searched);
        Assert.Contains("December 3 to 5", heard[2].Text, StringComparison.Ordinal);
        Assert.Equal("When was the 17th forum held?", heard[4].Searched);
        Assert.Contains("17th Beijing-Tokyo Forum", heard[4].Text, StringComparison.Ordinal);
        Assert.Equal("who hosted the 17th forum?", heard[5].Searched);
        Assert.Contains("Genron NPO", heard[5].Text, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Conversation, heard[6].Answer.Status);
    }

    [Fact]
    public async Task A_new_speaker_drops_the_subject_of_the_one_before_unless_it_is_asked_for()
    {
        var dropped = await seeds.SayAsync("What did Taro Shimada say about logistics data?", "and what did Pang Dazhi say?");
        var kept = await seeds.SayAsync("What did Taro Shimada say about logistics data?", "and what did Pang Dazhi say about it?");

        Assert.DoesNotContain("logistics", dropped[1].Searched, StringComparison.Ordinal);
        Assert.Contains("Pang Dazhi", dropped[1].Text, StringComparison.Ordinal);
        Assert.Equal("what did Pang Dazhi say about logistics data?", kept[1].Searched);
    }

    [Fact]
    public async Task Names_typed_in_small_letters_are_names()
    {
        var heard = await seeds.SayAsync("what did hitachi say about data?", "and toshiba?", "who is gao bo", "and jia jingdun?");

        Assert.Equal("what did Toshiba say about data?", heard[1].Searched);
        Assert.Equal("who is Jia Jingdun", heard[3].Searched);
    }

    [Fact]
    public async Task More_says_what_was_not_said_and_repeating_says_the_same()
    {
        var heard = await seeds.SayAsync("What did Liu Song say about water control?", "more", "say that again", "in one sentence", "source?");

        Assert.Empty(heard[1].Answer.Sentences.Select(sentence => sentence.Text).Intersect(heard[0].Answer.Sentences.Select(sentence => sentence.Text)));
        Assert.Equal(heard[1].Text, heard[2].Text);
        Assert.Equal("Once more:", heard[2].Answer.Lead);
        Assert.Single(heard[3].Answer.Sentences);
        Assert.StartsWith("This is what it rests on", heard[4].Answer.Lead, StringComparison.Ordinal);
        Assert.IsType<LeadWritten>(heard[4].Updates[1]);
    }

    [Fact]
    public async Task Repeats_its_own_words_when_it_spoke_last()
    {
        var heard = await seeds.SayAsync("how many documents are there?", "repeat that please");

        Assert.Equal("I said:\nI have 5 documents.", heard[1].Answer.Lead);
    }
}
