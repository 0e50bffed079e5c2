using System.Security.Cryptography;
using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;
using ForumQA.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Records;

/// <summary>What the service remembers beyond a restart: the answers it gave and the conversations they belong to. Bounded by <see cref="RecordOptions"/>.</summary>
internal sealed class RecordStore(CorpusSynchronizer synchronizer, IOptions<RecordOptions> options, TimeProvider time) : IDisposable
{
    private const int TitleLength = 120;

    private readonly RecordOptions _options = options.Value;
    private readonly RecordDatabase _database = new(options.Value.PathFor(synchronizer.Index.File));

    /// <summary>An id that cannot be guessed: whoever knows it may see what it names.</summary>
    public static string NewId(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Keeps an answer, in its conversation unless that has been deleted meanwhile.</summary>
    public void Add(GivenAnswer given, ConversationTurn turn) => _database.Write(connection =>
    {
        var created = given.CreatedAt.ToUnixTimeMilliseconds();
        connection.Execute(
            """
            INSERT INTO answers (id, conversation, created, question, answer, json)
            VALUES ($1, (SELECT id FROM conversations WHERE id = $2), $3, $4, $5, $6)
            """,
            given.Id, given.ConversationId, created, turn.Question, turn.Answer, JsonSerializer.Serialize(given, RecordJson.GivenAnswer));
        connection.Execute(
            "UPDATE conversations SET updated = $2, title = COALESCE(title, $3) WHERE id = $1", given.ConversationId, created, Title(turn.Question));
        Forget(connection);
        return true;
    });

    /// <exception cref="RequestException">There is none.</exception>
    public GivenAnswer FindAnswer(string id) =>
        _database.Read(connection => connection.Scalar<string>("SELECT json FROM answers WHERE id = $1", id)) is { } json
            ? RecordJson.Read(json)
            : throw new RequestException(ProblemKind.AnswerUnknown, $"There is no answer '{id}'. It may have been given too long ago to be kept.");

    public ConversationSummary Create(string? title)
    {
        // In whole milliseconds, as it is kept.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var conversation = new ConversationSummary
        {
            Id = NewId("conv_"),
            Title = title is null ? null : Title(title),
            CreatedAt = now,
            UpdatedAt = now,
            Answers = 0,
        };
        return _database.Write(connection =>
        {
            connection.Execute(
                "INSERT INTO conversations (id, title, created, updated) VALUES ($1, $2, $3, $3)", conversation.Id, conversation.Title, now.ToUnixTimeMilliseconds());
            Forget(connection);
            return conversation;
        });
    }

    /// <summary>The conversations, the latest first.</summary>
    public ConversationList List(int offset, int limit) => _database.Read(connection => new ConversationList
    {
        Total = (int)connection.Scalar<long>("SELECT COUNT(*) FROM conversations"),
        Conversations = connection.Query($"{Conversation} ORDER BY updated DESC, id LIMIT $2 OFFSET $1", ReadSummary, offset, limit),
    });

    /// <exception cref="RequestException">There is none.</exception>
    public ConversationJson FindConversation(string id) => _database.Read(connection =>
    {
        var summary = connection.Query($"{Conversation} WHERE id = $1", ReadSummary, id).SingleOrDefault() ?? throw Unknown(id);
        return new ConversationJson
        {
            Id = summary.Id,
            Title = summary.Title,
            CreatedAt = summary.CreatedAt,
            UpdatedAt = summary.UpdatedAt,
            Answers = connection.Query("SELECT json FROM answers WHERE conversation = $1 ORDER BY sequence", row => RecordJson.Read(row.GetString(0)), id),
        };
    });

    /// <summary>The latest turns of a conversation, oldest first.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public IReadOnlyList<ConversationTurn> ReadHistory(string id) => _database.Read(connection =>
    {
        if (connection.Scalar<string>("SELECT id FROM conversations WHERE id = $1", id) is null)
        {
            throw Unknown(id);
        }

        var turns = connection.Query(
            "SELECT question, answer FROM answers WHERE conversation = $1 ORDER BY sequence DESC LIMIT $2",
            row => new ConversationTurn(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)),
            id,
            ConversationHistory.MaxTurns);
        turns.Reverse();
        return turns;
    });

    /// <exception cref="RequestException">There is none.</exception>
    public void Delete(string id)
    {
        if (_database.Write(connection => connection.Execute("DELETE FROM conversations WHERE id = $1", id)) == 0)
        {
            throw Unknown(id);
        }
    }

    public void Dispose() => _database.Dispose();

    private const string Conversation =
        "SELECT id, title, created, updated, (SELECT COUNT(*) FROM answers WHERE conversation = conversations.id) FROM conversations";

    private static ConversationSummary ReadSummary(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Title = row.IsDBNull(1) ? null : row.GetString(1),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        Answers = row.GetInt32(4),
    };

    private static string Title(string text) => text.Length <= TitleLength ? text : text[..(TitleLength - 1)].TrimEnd() + "…";

    private static RequestException Unknown(string id) =>
        new(ProblemKind.ConversationUnknown, $"There is no conversation '{id}'. Begin one with POST /v1/conversations.");

    /// <summary>Deletes what is too old or too much.</summary>
    private void Forget(SqliteConnection connection)
    {
        var oldest = time.GetUtcNow().AddDays(-_options.Days).ToUnixTimeMilliseconds();
        connection.Execute("DELETE FROM answers WHERE created < $1", oldest);
        connection.Execute("DELETE FROM answers WHERE sequence <= (SELECT sequence FROM answers ORDER BY sequence DESC LIMIT 1 OFFSET $1)", _options.Answers);
        connection.Execute(
            "DELETE FROM conversations WHERE updated < $1 OR id IN (SELECT id FROM conversations ORDER BY updated DESC LIMIT -1 OFFSET $2)", oldest, _options.Answers);
    }
}
