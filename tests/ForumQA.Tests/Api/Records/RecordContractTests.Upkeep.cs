using ForumQA.Api.Access;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Storage;
using ForumQA.Tests.Storage;

namespace ForumQA.Tests.Api.Records;

/// <content>What is forgotten, and what holds when a write fails or many write at once.</content>
public abstract partial class RecordContractTests
{
    [EngineFact]
    public void Forgets_what_is_too_old_or_too_much()
    {
        var (answers, conversations, _) = Open(new RecordOptions { Answers = 3, Days = 10 });
        var old = conversations.Create("Old", Caller.Local).Id;
        var first = Add(answers, "Question?", "Yes.", old);
        _time.Pass(TimeSpan.FromDays(11));
        var second = Add(answers, "Another?", "Yes.", null);
        Fails(ProblemKind.ConversationUnknown, () => conversations.Find(old, Caller.Local));
        Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(first.Id, Caller.Local));

        var rest = Enumerable.Range(0, 3).Select(i =>
        {
            _time.Pass(TimeSpan.FromSeconds(1));
            return Add(answers, $"Question {i}?", "Yes.", conversations.Create($"Number {i}", Caller.Local).Id);
        }).ToList();
        Fails(ProblemKind.AnswerUnknown, () => answers.FindAnswer(second.Id, Caller.Local));
        Assert.All(rest, given => answers.FindAnswer(given.Id, Caller.Local));
        _time.Pass(TimeSpan.FromSeconds(1));
        conversations.Create("One more", Caller.Local);

        Assert.Equal(["One more", "Number 2", "Number 1"], conversations.List(null, 0, 10, Caller.Local).Conversations.Select(conversation => conversation.Title));
    }

    [EngineFact]
    public void Writes_all_or_nothing()
    {
        var database = _home.Open();
        var (_, conversations, _) = Open();
        var id = conversations.Create("Old", Caller.Local).Id;

        Assert.Throws<TimeoutException>(() => database.Write<int>(connection =>
        {
            connection.Execute("UPDATE conversations SET title = 'New'");
            throw new TimeoutException();
        }));

        Assert.Equal("Old", conversations.Find(id, Caller.Local).Title);
    }

    [EngineFact]
    public async Task Many_who_write_at_once_take_turns()
    {
        var services = new[] { Open(), Open() };
        var id = services[0].Conversations.Create(null, Caller.Local).Id;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                Add(services[writer % 2].Answers, $"Question {i} of {writer}?", "Yes.", id);
            }
        })));

        var answers = services[1].Conversations.Find(id, Caller.Local).Answers.Select(answer => answer.Question).ToList();
        Assert.Equal(40, answers.Distinct().Count());
        Assert.All(Enumerable.Range(0, 4), writer => Assert.Equal(
            Enumerable.Range(0, 10).Select(i => $"Question {i} of {writer}?"), answers.Where(question => question.EndsWith($"of {writer}?", StringComparison.Ordinal))));
    }

    [EngineFact]
    public void Has_the_same_columns_wherever_it_is_kept()
    {
        string[] tables = ["answers", "conversations"];
        Assert.Equal(RecordMigrations.Sqlite.Count, RecordMigrations.PostgreSql.Count);
        using var file = RecordHome.OfSqlite();

        Assert.All(tables, table => Assert.Equal(ColumnsOf(file.Open(), table), ColumnsOf(_home.Open(), table)));
    }

    private static List<string> ColumnsOf(IRecordDatabase database, string table) => database.Read(connection =>
    {
        List<string> columns = [];
        connection.Query($"SELECT * FROM (SELECT 1) one LEFT JOIN {table} ON 1 = 0", row =>
        {
            columns.AddRange(Enumerable.Range(1, row.FieldCount - 1).Select(row.GetName).Order(StringComparer.Ordinal));
            return true;
        });
        return columns;
    });
}
