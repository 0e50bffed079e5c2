using ForumQA.Answering;
using ForumQA.Retrieval;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Answering.Generation;

public sealed class AnswerCacheTests
{
    private const string Question = "Who opened the harbour of Lindale?";
    private const string Good = "Ada Quill opened the new harbour on 4 May 1921 [1].";

    [Fact]
    public async Task The_same_question_is_not_asked_twice()
    {
        await using var corpus = await ModelCorpus.CreateAsync();
        corpus.Server.Respond = _ => Good;

        var first = await corpus.AskAsync(Question);
        var again = await corpus.AskAsync(Question);

        Assert.Single(corpus.Server.Received);
        Assert.Equal(first.Sentences, again.Sentences);
        Assert.Null(again.Usage);
    }

    [Fact]
    public async Task Another_question_mode_kind_filter_or_history_is_another_answer()
    {
        await using var corpus = await ModelCorpus.CreateAsync();
        corpus.Server.Respond = _ => Good;
        await corpus.AskAsync(Question);
        var requests = corpus.Server.Received.Count;

        foreach (var request in new[]
        {
            new AnswerRequest("Who opened the new harbour?"),
            new AnswerRequest(Question) { Mode = AnswerMode.Generative },
            new AnswerRequest(Question) { Kind = QuestionKind.Summary },
            new AnswerRequest(Question) { PassageLimit = 3 },
            new AnswerRequest(Question) { Filter = new CorpusFilter { Documents = ["harbour.md"] } },
            new AnswerRequest(Question) { History = [new ConversationTurn("How high is the lighthouse?")] },
        })
        {
            await corpus.AskAsync(request);
            Assert.True(corpus.Server.Received.Count > requests, request.ToString());
            requests = corpus.Server.Received.Count;
        }
    }

    [Fact]
    public async Task A_change_of_the_index_makes_every_answer_anew()
    {
        await using var corpus = await ModelCorpus.CreateAsync();
        corpus.Server.Respond = _ => Good;
        await corpus.AskAsync(Question);
        corpus.Write("new.md", "# News\n\nThe harbour of Lindale was opened again in 1950.");
        await corpus.IndexAsync();

        await corpus.AskAsync(Question);

        Assert.Equal(2, corpus.Server.Received.Count);
    }

    [Fact]
    public async Task What_a_failure_has_marred_is_asked_again()
    {
        await using var corpus = await ModelCorpus.CreateAsync();
        corpus.Server.Then(ChatReply.Status(500)).Then(ChatReply.Text(Good));
        await corpus.AskAsync(Question);

        var again = await corpus.AskAsync(Question);

        Assert.Equal("model-1", again.Model);
    }

    [Fact]
    public async Task It_can_be_turned_off()
    {
        await using var corpus = await ModelCorpus.CreateAsync(("Generation:CachedAnswers", "0"));
        corpus.Server.Respond = _ => Good;
        await corpus.AskAsync(Question);

        await corpus.AskAsync(Question);

        Assert.Equal(2, corpus.Server.Received.Count);
    }

    private static string Numbered(int number) => $"{Question.TrimEnd('?')}, dock {number}?";

    [Fact]
    public async Task It_never_grows_beyond_its_bound()
    {
        await using var corpus = await ModelCorpus.CreateAsync(("Generation:CachedAnswers", "2"));
        corpus.Server.Respond = _ => Good;
        for (var i = 0; i < 6; i++)
        {
            await corpus.AskAsync(Numbered(i));
        }

        // The newest is kept, or the cache would be of no use once it is full; the oldest is not.
        var requests = corpus.Server.Received.Count;
        await corpus.AskAsync(Numbered(5));
        Assert.Equal(requests, corpus.Server.Received.Count);
        await corpus.AskAsync(Numbered(0));
        Assert.Equal(requests + 1, corpus.Server.Received.Count);
    }
}
