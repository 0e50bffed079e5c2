using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Conversation;

/// <summary>Messages that are no questions to the documents.</summary>
public sealed class SmallTalkTests(SeedConversation seeds) : IClassFixture<SeedConversation>
{
    [Theory]
    [InlineData("Hello!", "Hello.")]
    [InlineData("helo", "Hello.")]
    [InlineData("how are you", "program")]
    [InlineData("Thanks a lot!", "welcome")]
    [InlineData("thnaks", "welcome")]
    [InlineData("That's wrong", "sorry")]
    [InlineData("not helpful", "sorry")]
    [InlineData("ok", "next")]
    [InlineData("bye", "Goodbye")]
    [InlineData("Help", "Which documents do you have?")]
    [InlineData("Who are you?", "ForumQA")]
    [InlineData("are you chatgpt", "program, not a person")]
    [InlineData("Who made you?", "contributors")]
    [InlineData("What can you do?", "5 documents")]
    [InlineData("Can I trust you?", "not from the internet")]
    [InlineData("How many documents do you have?", "5 documents")]
    [InlineData("你好", "你好")]
    [InlineData("谢谢你", "不客气")]
    [InlineData("こんにちは", "こんにちは")]
    [InlineData("Hallo", "Hallo.")]
    [InlineData("¡Hola!", "Hola.")]
    [InlineData("???", "Ask in your own words")]
    public async Task Is_replied_to_and_nothing_is_searched(string message, string expected)
    {
        var heard = Assert.Single(await seeds.SayAsync(message));

        Assert.Equal((AnswerStatus.Conversation, QuestionKind.Conversation), (heard.Answer.Status, heard.Answer.Kind));
        Assert.Contains(expected, heard.Answer.Lead, StringComparison.Ordinal);
        Assert.Empty(heard.Answer.Evidence);
        Assert.Null(heard.Answer.Abstention);
        Assert.Equal([typeof(EvidenceFound), typeof(LeadWritten), typeof(AnswerCompleted)], heard.Updates.Select(update => update.GetType()));
    }

    [Theory]
    [InlineData("what's the weather like in Lagos tomorrow?")]
    [InlineData("What is 8 times 7?")]
    [InlineData("hi, please write me a poem about rain")]
    [InlineData("how do you say good night in Italian?")]
    [InlineData("a recipe for apple pie")]
    public async Task A_request_for_something_else_is_refused_and_nothing_is_searched(string message)
    {
        var heard = Assert.Single(await seeds.SayAsync(message));

        Assert.Equal((AnswerStatus.NotFound, (string?)null), (heard.Answer.Status, heard.Answer.Lead));
        Assert.StartsWith("That is nothing I can do", heard.Answer.Abstention!.Reason, StringComparison.Ordinal);
        Assert.Empty(heard.Answer.Abstention.Nearest);
        Assert.Empty(heard.Answer.Evidence);
        Assert.Equal([typeof(EvidenceFound), typeof(AnswerCompleted)], heard.Updates.Select(update => update.GetType()));
    }

    [Fact]
    public async Task What_was_refused_so_is_not_carried_into_the_next_question()
    {
        var heard = await seeds.SayAsync("What did Toshiba say at the 17th forum?", "tell me a joke", "and at the 16th?", "what is 3 + 4", "say that again");

        Assert.Equal("What did Toshiba say at the 16th forum?", heard[2].Searched);
        Assert.Equal("Once more:", heard[4].Answer.Lead);
        Assert.Equal(heard[2].Text, heard[4].Text);
    }

    [Theory]
    [InlineData("Thanks, and what did Huawei say?", "and what did Huawei say?")]
    [InlineData("hello, who is Gao Bo?", "who is Gao Bo?")]
    [InlineData("Hi who is Gao Bo", "who is Gao Bo")]
    [InlineData("Who is Gao Bo, please?", "Who is Gao Bo?")]
    [InlineData("Good morning! Please tell me about Toshiba, thank you", "tell me about Toshiba")]
    [InlineData("What is the Help button?", "What is the Help button?")]
    [InlineData("Thanks to whom was the forum held?", "Thanks to whom was the forum held?")]
    [InlineData("How many documents mention Toshiba?", "How many documents mention Toshiba?")]
    [InlineData("Which documents do you have about AI?", "Which documents do you have about AI?")]
    [InlineData("Summarise the corpus", "Summarise the corpus")]
    [InlineData("Why did Japan hesitate?", "Why did Japan hesitate?")]
    public async Task A_question_behind_a_courtesy_is_a_question(string message, string searched)
    {
        var heard = Assert.Single(await seeds.SayAsync(message));

        Assert.NotEqual(AnswerStatus.Conversation, heard.Answer.Status);
        Assert.Equal(searched, heard.Searched);
    }

    [Fact]
    public async Task Names_every_document_that_there_is()
    {
        var heard = Assert.Single(await seeds.SayAsync("Which documents do you have?"));

        Assert.All(seeds.Documents, document => Assert.Contains(document.Title, heard.Answer.Lead, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_topics_by_titles_and_headings()
    {
        var heard = Assert.Single(await seeds.SayAsync("What is this corpus about?"));

        Assert.All(seeds.Documents, document => Assert.Contains(document.Title, heard.Answer.Lead, StringComparison.Ordinal));
        Assert.Contains("Five reasons for China's lead", heard.Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggests_the_questions_that_the_documents_suggest_first()
    {
        var heard = Assert.Single(await seeds.SayAsync("What can I ask?"));

        Assert.Contains("- Who compared managing data to water control?", heard.Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_only_the_dates_that_the_documents_state()
    {
        var heard = Assert.Single(await seeds.SayAsync("When were the documents written?"));

        Assert.Contains("at the 16th Beijing-Tokyo Forum: 2020-12-01", heard.Answer.Lead, StringComparison.Ordinal);
        Assert.Contains("as told by OpenGov Asia: not stated", heard.Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remembers_what_was_asked_but_not_what_was_mere_courtesy()
    {
        var heard = await seeds.SayAsync("hello", "Who is Gao Bo?", "thanks", "What did Toshiba say?", "what was my first question?", "what did I ask last?", "What have I asked so far?");

        Assert.Contains("“Who is Gao Bo?”", heard[4].Answer.Lead, StringComparison.Ordinal);
        Assert.Contains("what was my first question?", heard[5].Answer.Lead, StringComparison.Ordinal);
        Assert.Contains("- What did Toshiba say?", heard[6].Answer.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain("thanks", heard[6].Answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgets_what_came_before_when_told_to()
    {
        var heard = await seeds.SayAsync("Who is Gao Bo?", "start over", "what was my first question?", "and Japan?");

        Assert.Equal("You have not asked anything yet.", heard[2].Answer.Lead);
        Assert.Equal("and Japan?", heard[3].Searched);
    }

    [Fact]
    public async Task Says_that_nothing_was_answered_yet_when_it_is_asked_for_more()
    {
        var heard = Assert.Single(await seeds.SayAsync("give me more"));

        Assert.StartsWith("There is no answer yet", heard.Answer.Lead, StringComparison.Ordinal);
    }
}
