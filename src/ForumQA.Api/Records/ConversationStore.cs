using ForumQA.Answering;
using ForumQA.Api.Problems;
using ForumQA.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ForumQA.Api.Records;

/// <summary>The conversations that answers belong to.</summary>
internal sealed class ConversationStore(RecordDatabase database, RecordLimits limits, TimeProvider time)
{
    private const string Conversation =
        "SELECT id, title, created, updated, (SELECT COUNT(*) FROM answers WHERE conversation = conversations.id), share FROM conversations";

    /// <summary>Words that stand in the title, a question or an answer.</summary>
    private const string Matching =
        """
        (title LIKE $1 ESCAPE '\' OR EXISTS (SELECT 1 FROM answers
         WHERE conversation = conversations.id AND (question LIKE $1 ESCAPE '\' OR answer LIKE $1 ESCAPE '\')))
        """;

    public ConversationSummary Create(string? title)
    {
        // In whole milliseconds, as it is kept.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var conversation = new ConversationSummary
        {
            Id = RecordStore.NewId("conv_"),
            Title = title is null ? null : RecordStore.Title(title),
            CreatedAt = now,
            UpdatedAt = now,
            Answers = 0,
        };
        return database.Write(connection =>
        {
            connection.Execute(
                "INSERT INTO conversations (id, title, created, updated) VALUES ($1, $2, $3, $3)", conversation.Id, conversation.Title, now.ToUnixTimeMilliseconds());
            limits.Apply(connection);
            return conversation;
        });
    }

    /// <summary>The conversations, the latest first.</summary>
    /// <param name="words">Only those that have these words somewhere; null for all.</param>
    /// <param name="offset">So many of the latest are left out.</param>
    /// <param name="limit">At most so many.</param>
    public ConversationList List(string? words, int offset, int limit)
    {
        var pattern = words is null ? "%" : $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        var where = words is null ? "$1 = '%'" : Matching;
        return database.Read(connection => new ConversationList
        {
            Total = (int)connection.Scalar<long>($"SELECT COUNT(*) FROM conversations WHERE {where}", pattern),
            Conversations = connection.Query($"{Conversation} WHERE {where} ORDER BY updated DESC, id LIMIT $3 OFFSET $2", ReadSummary, pattern, offset, limit),
        });
    }

    /// <exception cref="RequestException">There is none.</exception>
    public ConversationJson Find(string id) => database.Read(connection =>
        WithAnswers(connection, connection.Query($"{Conversation} WHERE id = $1", ReadSummary, id).SingleOrDefault() ?? throw Unknown(id)));

    /// <summary>A conversation by its link, without what would let the reader change it.</summary>
    /// <exception cref="RequestException">There is none, or no longer.</exception>
    public ConversationJson FindShared(string share) => database.Read(connection =>
    {
        var summary = connection.Query($"{Conversation} WHERE share = $1", ReadSummary, share).SingleOrDefault() ?? throw new RequestException(
            ProblemKind.ShareUnknown, "There is no conversation behind this link, or it is no longer shared. Ask whoever gave it to you.");
        var whole = WithAnswers(connection, summary);
        return whole with { Id = share, Answers = [.. whole.Answers.Select((answer, i) => answer with { Id = $"{share}-{i + 1}", ConversationId = null, Feedback = null })] };
    });

    /// <summary>Gives a conversation another title.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public ConversationSummary Rename(string id, string title) => database.Write(connection =>
    {
        connection.Execute("UPDATE conversations SET title = $2 WHERE id = $1", id, RecordStore.Title(title));
        return connection.Query($"{Conversation} WHERE id = $1", ReadSummary, id).SingleOrDefault() ?? throw Unknown(id);
    });

    /// <summary>Gives a conversation a link by which it can be read, or takes the link back.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public ConversationSummary Share(string id, bool shared) => database.Write(connection =>
    {
        connection.Execute(
            shared ? "UPDATE conversations SET share = COALESCE(share, $2) WHERE id = $1" : "UPDATE conversations SET share = NULL WHERE id = $1 AND $2 <> ''",
            id, RecordStore.NewId("shr_"));
        return connection.Query($"{Conversation} WHERE id = $1", ReadSummary, id).SingleOrDefault() ?? throw Unknown(id);
    });

    /// <summary>The latest turns of a conversation, oldest first.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="before">Only those before this answer; null for all.</param>
    /// <exception cref="RequestException">There is no such conversation, or no such answer in it.</exception>
    public IReadOnlyList<ConversationTurn> ReadHistory(string id, string? before) => database.Read(connection =>
    {
        if (connection.Scalar<string>("SELECT id FROM conversations WHERE id = $1", id) is null)
        {
            throw Unknown(id);
        }

        var end = before is null ? long.MaxValue : connection.Scalar<long?>("SELECT sequence FROM answers WHERE id = $1 AND conversation = $2", before, id) ?? throw RecordStore.Unknown(before);
        var turns = connection.Query(
            "SELECT question, answer FROM answers WHERE conversation = $1 AND sequence < $3 ORDER BY sequence DESC LIMIT $2",
            row => new ConversationTurn(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)),
            id, ConversationHistory.MaxTurns, end);
        turns.Reverse();
        return turns;
    });

    /// <exception cref="RequestException">There is none.</exception>
    public void Delete(string id)
    {
        if (database.Write(connection => connection.Execute("DELETE FROM conversations WHERE id = $1", id)) == 0)
        {
            throw Unknown(id);
        }
    }

    /// <summary>Deletes every conversation with its answers; answers that belong to none stay.</summary>
    public void DeleteAll() => database.Write(connection => connection.Execute("DELETE FROM conversations"));

    private static ConversationJson WithAnswers(SqliteConnection connection, ConversationSummary summary) => new()
    {
        Id = summary.Id,
        Title = summary.Title,
        CreatedAt = summary.CreatedAt,
        UpdatedAt = summary.UpdatedAt,
        ShareId = summary.ShareId,
        Answers = connection.Query($"SELECT {RecordStore.Columns} FROM answers WHERE conversation = $1 ORDER BY sequence", RecordStore.ReadAnswer, summary.Id),
    };

    private static ConversationSummary ReadSummary(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Title = row.IsDBNull(1) ? null : row.GetString(1),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        Answers = row.GetInt32(4),
        ShareId = row.IsDBNull(5) ? null : row.GetString(5),
    };

    private static RequestException Unknown(string id) =>
        new(ProblemKind.ConversationUnknown, $"There is no conversation '{id}'. It may have been deleted; begin another.");
}
