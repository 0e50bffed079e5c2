using ForumQA.Answering;
using ForumQA.Api.Access;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Hosting.Access;
using ForumQA.Tests.PostgreSql;
using ForumQA.Tests.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Api.Records;

/// <summary>What the service remembers, and forgets, wherever it is kept.</summary>
public abstract partial class RecordContractTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RecordHome _home;

    protected RecordContractTests(RecordHome home) => _home = home;

    public void Dispose()
    {
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    [EngineFact]
    public void Gives_back_an_answer_as_it_was_given_after_a_restart_too()
    {
        var (answers, conversations, _) = Open();
        var id = conversations.Create(null, Caller.Local).Id;
        var given = Add(answers, "What is 水 like 💧?\0\"", "Data are like water.", id);

        var (again, conversationsAgain, _) = Open();

        Assert.Equal(given.Question, again.FindAnswer(given.Id, Caller.Local).Question);
        Assert.Equal("Data are like water.", Assert.Single(again.FindAnswer(given.Id, Caller.Local).Sentences).Text);
        Assert.Equal((id, given.CreatedAt), (again.FindAnswer(given.Id, Caller.Local).ConversationId, again.FindAnswer(given.Id, Caller.Local).CreatedAt));
        Assert.Equal(given.Id, Assert.Single(conversationsAgain.Find(id, Caller.Local).Answers).Id);
    }

    [EngineFact]
    public void Hands_on_the_latest_turns_of_a_conversation_oldest_first()
    {
        var (answers, conversations, _) = Open();
        var id = conversations.Create("Water", Caller.Local).Id;
        var given = Enumerable.Range(0, ConversationHistory.MaxTurns + 2).Select(i => Add(answers, $"Question {i}?", i == 3 ? null : $"Answer {i}.", id)).ToList();
        Add(answers, "Of another?", "Another.", conversations.Create(null, Caller.Local).Id);

        var history = conversations.ReadHistory(id, before: null, Caller.Local);
        var before = conversations.ReadHistory(id, given[2].Id, Caller.Local);

        Assert.Equal(Enumerable.Range(2, ConversationHistory.MaxTurns).Select(i => $"Question {i}?"), history.Select(turn => turn.Question));
        Assert.Null(history.Single(turn => turn.Question == "Question 3?").Answer);
        Assert.Equal(["Question 0?", "Question 1?"], before.Select(turn => turn.Question));
    }

    [EngineFact]
    public void An_answer_takes_the_place_of_another_and_of_those_after_it()
    {
        var (answers, conversations, _) = Open();
        var id = conversations.Create(null, Caller.Local).Id;
        var first = Add(answers, "Whta is water?", "Nothing.", id);
        Add(answers, "And data?", "Water.", id);
        Assert.Equal("Whta is water?", conversations.Find(id, Caller.Local).Title);

        var corrected = Add(answers, "What is water?", "Data.", id, replaces: first.Id);

        Assert.Equal([corrected.Id], conversations.Find(id, Caller.Local).Answers.Select(answer => answer.Id));
        Assert.Equal("What is water?", conversations.Find(id, Caller.Local).Title);
        Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(first.Id, Caller.Local));
    }

    [EngineFact]
    public void An_answer_outlives_the_conversation_that_was_deleted_meanwhile()
    {
        var (answers, conversations, _) = Open();

        var given = Add(answers, "What is water?", "Data.", "conv_gone");

        Assert.Equal("What is water?", answers.FindAnswer(given.Id, Caller.Local).Question);
        Assert.Equal(0, conversations.List(null, 0, 10, Caller.Local).Total);
    }

    [EngineTheory]
    [InlineData("HARBOUR", 2)]
    [InlineData("harbour of lindale", 1)]
    [InlineData("opened in 1921", 1)]
    [InlineData("Ärger", 1)]
    [InlineData("ÄRGER", 1)]
    [InlineData("ärger", 0)]
    [InlineData("100%", 1)]
    [InlineData("a_b", 1)]
    [InlineData(@"back\slash", 1)]
    [InlineData("%", 1)]
    [InlineData("_", 1)]
    [InlineData(@"\", 1)]
    [InlineData("nothing of it", 0)]
    public void Finds_conversations_by_words_in_title_question_or_answer(string words, int count)
    {
        var (answers, conversations, _) = Open();
        conversations.Create("The Harbour", Caller.Local);
        Add(answers, "Who opened the harbour of Lindale?", "It was opened in 1921.", conversations.Create(null, Caller.Local).Id);
        conversations.Create("Ärger, 100% sure", Caller.Local);
        conversations.Create("a_b", Caller.Local);
        conversations.Create("aXb", Caller.Local);
        conversations.Create(@"back\slash", Caller.Local);

        var found = conversations.List(words, 0, 10, Caller.Local);

        Assert.Equal((count, count), (found.Total, found.Conversations.Count));
    }

    [EngineFact]
    public void Lists_the_latest_first_and_a_page_at_a_time()
    {
        var (answers, conversations, _) = Open();
        var ids = Enumerable.Range(0, 4).Select(i =>
        {
            _time.Pass(TimeSpan.FromSeconds(1));
            return conversations.Create($"Number {i}", Caller.Local).Id;
        }).ToList();
        _time.Pass(TimeSpan.FromSeconds(1));
        Add(answers, "And?", "So.", ids[1]);

        var page = conversations.List(null, 1, 2, Caller.Local);

        Assert.Equal([ids[1], ids[3], ids[2], ids[0]], conversations.List(null, 0, 10, Caller.Local).Conversations.Select(conversation => conversation.Id));
        Assert.Equal((4, ids[3]), (page.Total, page.Conversations[0].Id));
        Assert.Equal(1, conversations.List(null, 0, 1, Caller.Local).Conversations[0].Answers);
    }

    [EngineFact]
    public void Shares_renames_and_deletes()
    {
        var (answers, conversations, feedback) = Open();
        var id = conversations.Create("Old", Caller.Local).Id;
        var given = Add(answers, "What is water?", "Data.", id);
        feedback.Set(given.Id, helpful: true, "Fine.", Caller.Local);

        var share = conversations.Share(id, shared: true, Caller.Local).ShareId!;
        Assert.Equal(share, conversations.Share(id, shared: true, Caller.Local).ShareId);
        var shared = conversations.FindShared(share, Caller.Local);
        Assert.Equal("New", conversations.Rename(id, "New", Caller.Local).Title);
        Assert.Null(conversations.Share(id, shared: false, Caller.Local).ShareId);

        Assert.Equal((share, $"{share}-1", null), (shared.Id, Assert.Single(shared.Answers).Id, shared.Answers[0].Feedback));
        Fails(ProblemKind.ShareUnknown, () => conversations.FindShared(share, Caller.Local));
        conversations.Delete(id, Caller.Local);
        Fails(ProblemKind.ConversationUnknown, () => conversations.Find(id, Caller.Local));
        Fails(ProblemKind.ConversationUnknown, () => conversations.Delete(id, Caller.Local));
        Fails(ProblemKind.ConversationUnknown, () => conversations.Rename(id, "Gone", Caller.Local));
        Fails(ProblemKind.ConversationUnknown, () => conversations.Share(id, shared: true, Caller.Local));
        Fails(ProblemKind.ConversationUnknown, () => conversations.ReadHistory(id, null, Caller.Local));
        Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(given.Id, Caller.Local));
    }

    [EngineFact]
    public void Deletes_all_conversations_and_leaves_answers_that_belong_to_none()
    {
        var (answers, conversations, _) = Open();
        var inside = Add(answers, "Inside?", "Yes.", conversations.Create(null, Caller.Local).Id);
        var outside = Add(answers, "Outside?", "Yes.", null);

        conversations.DeleteAll(Caller.Local);

        Assert.Equal(0, conversations.List(null, 0, 10, Caller.Local).Total);
        Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(inside.Id, Caller.Local));
        Assert.Equal("Outside?", answers.FindAnswer(outside.Id, Caller.Local).Question);
    }

    [EngineFact]
    public void Belong_to_the_key_that_asked()
    {
        var (answers, conversations, feedback) = Open();
        var (north, twin, south, asker, manager) = (CallerOf("a", "north"), CallerOf("b", "north"), CallerOf("c", "south"), CallerOf("d"), CallerOf("e", manages: true));
        var id = conversations.Create("Harbour", north).Id;
        var inside = Add(answers, "Inside?", "Yes.", id, caller: north);
        var outside = Add(answers, "Outside?", "Yes.", null, caller: north);
        var nobodys = conversations.Create("Harbour of nobody", Caller.Local).Id;
        var nobodysAnswer = Add(answers, "Nobody's?", "Yes.", nobodys, caller: manager);

        Assert.Equal([1, 0, 0, 0, 1, 2], new[] { north, twin, south, asker, manager, Caller.Local }.Select(caller => conversations.List("harbour", 0, 10, caller).Total));
        Assert.Equal([1, 0, 0, 0, 1, 2], new[] { north, twin, south, asker, manager, Caller.Local }.Select(caller => conversations.List(null, 0, 10, caller).Conversations.Count));
        Assert.All([inside, outside], given => Assert.Equal(given.Question, answers.FindAnswer(given.Id, north).Question));
        Assert.Equal("Nobody's?", answers.FindAnswer(nobodysAnswer.Id, CallerOf("f", manages: true)).Question);
        Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(nobodysAnswer.Id, north));
        Assert.All([twin, south, asker, manager], caller =>
        {
            Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(inside.Id, caller));
            Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(outside.Id, caller));
            Fails(ProblemKind.AnswerUnknown, () => feedback.Set(inside.Id, helpful: true, null, caller));
            Fails(ProblemKind.ConversationUnknown, () => conversations.Find(id, caller));
            Fails(ProblemKind.ConversationUnknown, () => conversations.Rename(id, "Mine", caller));
            Fails(ProblemKind.ConversationUnknown, () => conversations.Share(id, shared: true, caller));
            Fails(ProblemKind.ConversationUnknown, () => conversations.Delete(id, caller));
            Fails(ProblemKind.ConversationUnknown, () => conversations.ReadHistory(id, null, caller));
        });

        var share = conversations.Share(id, shared: true, north).ShareId!;
        Assert.All([north, twin, asker, manager, Caller.Local], caller => Assert.Equal("Harbour", conversations.FindShared(share, caller).Title));
        Fails(ProblemKind.ShareUnknown, () => conversations.FindShared(share, south));
        feedback.Set(inside.Id, helpful: true, null, north);
        conversations.DeleteAll(south);
        conversations.DeleteAll(manager);
        Assert.Equal("Harbour", Assert.Single(conversations.List(null, 0, 10, Caller.Local).Conversations).Title);
    }

    [EngineFact]
    public void Keeps_what_readers_said_oldest_first()
    {
        var (answers, _, feedback) = Open();
        var given = Enumerable.Range(0, 3).Select(i => Add(answers, $"Question {i}?", "Yes.", null)).ToList();
        feedback.Set(given[2].Id, helpful: false, "No.", Caller.Local);
        feedback.Set(given[0].Id, helpful: true, null, Caller.Local);
        feedback.Set(given[1].Id, helpful: true, "Gone in a moment.", Caller.Local);
        feedback.Clear(given[1].Id, Caller.Local);

        var list = feedback.List(0, 10);

        Assert.Equal([(given[0].Id, true, null), (given[2].Id, false, "No.")], list.Feedback.Select(rated => (rated.AnswerId, rated.Helpful, rated.Comment)));
        Assert.Equal((2, given[2].Id), (list.Total, Assert.Single(feedback.List(1, 10).Feedback).AnswerId));
        Assert.Equal(new AnswerFeedback(true, null, _time.GetUtcNow()), answers.FindAnswer(given[0].Id, Caller.Local).Feedback);
        Fails(ProblemKind.AnswerUnknown, () => feedback.Set("ans_gone", helpful: true, null, Caller.Local));
    }

    private static Caller CallerOf(string key, string? team = null, bool manages = false) => Caller.Of(new ApiKey
    {
        Hash = ApiKey.HashOf(key),
        Scopes = manages ? ApiScopes.Manage : ApiScopes.Ask,
        Where = team is null ? null : new Dictionary<string, string> { ["team"] = team },
    });

    private static void Fails(string code, Func<object?> action) => Fails(code, () => { action(); });

    private static void Fails(string code, Action action) => Assert.Equal(code, Assert.Throws<RequestException>(action).Code);

    private (RecordStore Answers, ConversationStore Conversations, FeedbackStore Feedback) Open(RecordOptions? options = null)
    {
        var database = _home.Open();
        var limits = new RecordLimits(Options.Create(options ?? new RecordOptions()), _time);
        return (new RecordStore(database, limits), new ConversationStore(database, limits, _time), new FeedbackStore(database, _time));
    }

    private GivenAnswer Add(RecordStore answers, string question, string? text, string? conversation, string? replaces = null, Caller? caller = null)
    {
        var answer = new Answer
        {
            Question = question,
            Status = text is null ? AnswerStatus.NotFound : AnswerStatus.Answered,
            Sentences = text is null ? [] : [new AnswerSentence(text, [], Support.Supported)],
        };
        var given = new GivenAnswer(RecordStore.NewId("ans_"), conversation, _time.GetUtcNow(), answer);
        answers.Add(given, ConversationHistory.TurnOf(answer), replaces, caller ?? Caller.Local);
        return given;
    }

    public sealed class OnSqlite() : RecordContractTests(RecordHome.OfSqlite());

    [Collection(OneServer.Name)]
    public sealed class OnPostgreSql(PostgreSqlServer server) : RecordContractTests(RecordHome.OfPostgreSql(server));
}
