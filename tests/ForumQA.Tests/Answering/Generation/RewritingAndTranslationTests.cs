using ForumQA.Answering;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Answering.Generation;

/// <summary>What a model does around the answer: it completes follow-ups, and speaks the asker's language.</summary>
public sealed class RewritingAndTranslationTests : IAsyncLifetime
{
    private const string Good = "Ada Quill opened the new harbour on 4 May 1921 [1].";

    private ModelCorpus _corpus = null!;

    private ScriptedModelServer Model => _corpus.Server;

    public async Task InitializeAsync() => _corpus = await ModelCorpus.CreateAsync();

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Fact]
    public async Task A_follow_up_is_completed_by_the_model_before_it_is_searched_for()
    {
        Model.Then(ChatReply.Text("Who was the keeper of the lighthouse of Lindale in 1930?")).Then(ChatReply.Text("Its keeper in 1930 was Tom Birch [1]."));

        var updates = await _corpus.UpdatesAsync(new AnswerRequest("And who kept it in 1930?")
        {
            History = [new ConversationTurn("How high is the lighthouse of Lindale?", "The lighthouse of Lindale is 42 metres high.")],
        });

        Assert.Equal("Who was the keeper of the lighthouse of Lindale in 1930?", ((EvidenceFound)updates[0]).StandaloneQuestion);
        var answer = ((AnswerCompleted)updates[^1]).Answer;
        Assert.Equal("And who kept it in 1930?", answer.Question);
        Assert.Contains("Tom Birch", Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thanks!", AnswerMode.Automatic)]
    [InlineData("What can you do?", AnswerMode.Generative)]
    [InlineData("What was my first question?", AnswerMode.Automatic)]
    public async Task Small_talk_never_reaches_the_model(string message, AnswerMode mode)
    {
        var answer = await _corpus.AskAsync(new AnswerRequest(message) { Mode = mode, History = [new ConversationTurn("How high is the lighthouse?", "42 metres.")] });

        Assert.Equal(AnswerStatus.Conversation, answer.Status);
        Assert.Null(answer.Model);
        Assert.Empty(Model.Requests);
    }

    [Theory]
    [InlineData("Tom Birch kept the lighthouse.")]
    [InlineData("Who kept it [1]?")]
    [InlineData("The question is:\nWho kept it?")]
    [InlineData("")]
    public async Task A_reply_that_is_no_question_is_not_searched_for(string reply)
    {
        Model.Then(ChatReply.Text(reply)).Then(ChatReply.Text("Its keeper in 1930 was Tom Birch [1]."));

        var updates = await _corpus.UpdatesAsync(new AnswerRequest("And who kept it in 1930?")
        {
            History = [new ConversationTurn("How high is the lighthouse of Lindale?")],
        });

        Assert.StartsWith("And who kept it in 1930?", ((EvidenceFound)updates[0]).StandaloneQuestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_in_another_language_the_verified_sentences_are_translated_and_keep_their_numbers()
    {
        Model.Then(ChatReply.Text("Who opened the harbour of Lindale?"))
            .Then(ChatReply.Text(Good))
            .Then(ChatReply.Text("1. Ada Quill eröffnete den neuen Hafen am 4. Mai 1921."));

        var answer = await _corpus.AskAsync("Wer hat den neuen Hafen von Lindale eröffnet und wann war das?");

        var sentence = Assert.Single(answer.Sentences);
        Assert.Equal("Ada Quill eröffnete den neuen Hafen am 4. Mai 1921.", sentence.Text);
        Assert.Equal("Ada Quill opened the new harbour on 4 May 1921.", sentence.Original);
        Assert.Equal(Support.Supported, sentence.Support);
    }

    [Fact]
    public async Task A_translation_may_use_digits_of_another_script()
    {
        Model.Then(ChatReply.Text("Who opened the harbour of Lindale?"))
            .Then(ChatReply.Text(Good))
            .Then(ChatReply.Text("１．エイダ・クイルは１９２１年５月４日に新しい港を開いた。"));

        var answer = await _corpus.AskAsync("リンデールの新しい港を開いたのは誰ですか？");

        Assert.Equal("エイダ・クイルは１９２１年５月４日に新しい港を開いた。", Assert.Single(answer.Sentences).Text);
    }

    [Fact]
    public async Task A_translation_that_changes_a_number_is_not_used()
    {
        Model.Then(ChatReply.Text("Who opened the harbour of Lindale?"))
            .Then(ChatReply.Text(Good))
            .Then(ChatReply.Text("1. Ada Quill eröffnete den neuen Hafen am 4. Mai 1912."));

        var answer = await _corpus.AskAsync("Wer hat den neuen Hafen von Lindale eröffnet und wann war das?");

        Assert.Equal("Ada Quill opened the new harbour on 4 May 1921.", Assert.Single(answer.Sentences).Text);
        Assert.Equal("not-translated", Assert.Single(answer.Notes).Code);
    }
}
