using System.Data.Common;
using ForumQA.Answering;
using ForumQA.Api.Access;
using ForumQA.Api.Problems;
using ForumQA.Storage;

namespace ForumQA.Api.Records;

/// <summary>The conversations that answers belong to.</summary>
internal sealed class ConversationStore(IRecordDatabase database, RecordLimits limits, TimeProvider time)
{
    private const string Conversation =
        "SELECT id, title, created, updated, (SELECT COUNT(*) FROM answers WHERE conversation = conversations.id), share FROM conversations";

    /// <summary>Words that stand in the title, a question or an answer.</summary>
    private const string Matching =
        """
        (lower(title) LIKE $1 ESCAPE '\' OR EXISTS (SELECT 1 FROM answers
         WHERE conversation = conversations.id AND (lower(question) LIKE $1 ESCAPE '\' OR lower(answer) LIKE $1 ESCAPE '\')))
        """;

    /// <summary>Begins one, which is its caller's.</summary>
    public ConversationSummary Create(string? title, Caller caller)
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
                "INSERT INTO conversations (id, title, created, updated, owner, binding) VALUES ($1, $2, $3, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
                conversation.Id, conversation.Title, now.ToUnixTimeMilliseconds(), caller.Owner, caller.Binding);
            limits.Apply(connection);
            return conversation;
        });
    }

    /// <summary>The conversations that a caller may see, the latest first.</summary>
    /// <param name="words">Only those that have these words somewhere; null for all.</param>
    /// <param name="offset">So many of the latest are left out.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="caller">Who asks.</param>
    public ConversationList List(string? words, int offset, int limit, Caller caller)
    {
        var pattern = words is null ? "%" : $"%{Fold(words).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        var where = $"{(words is null ? "$1 = '%'" : Matching)} AND {RecordOwner.Condition(2, 3)}";
        return database.Read(connection => new ConversationList
        {
            Total = (int)connection.Scalar<long>($"SELECT COUNT(*) FROM conversations WHERE {where}", pattern, caller.Owner, (int)caller.Sees),
            Conversations = connection.Query($"{Conversation} WHERE {where} ORDER BY updated DESC, id LIMIT $5 OFFSET $4", ReadSummary, pattern, caller.Owner, (int)caller.Sees, offset, limit),
        });
    }

    /// <exception cref="RequestException">There is none that the caller may see.</exception>
    public ConversationJson Find(string id, Caller caller) => database.Read(connection => WithAnswers(connection, FindSummary(connection, id, caller)));

    /// <exception cref="RequestException">There is none that the caller may see.</exception>
    public void Require(string id, Caller caller) => database.Read(connection => FindSummary(connection, id, caller));

    /// <summary>A conversation by its link, without what would let the reader change it. A key that is bound to documents reads only those begun by one that is bound alike.</summary>
    /// <exception cref="RequestException">There is none, or no longer, or it is not for this caller.</exception>
    public ConversationJson FindShared(string share, Caller caller) => database.Read(connection =>
    {
        // The comparison first: PostgreSQL takes the type of a parameter from where it first stands.
        var summary = connection.Query($"{Conversation} WHERE share = $1 AND (binding = $2 OR $2 IS NULL)", ReadSummary, share, caller.Binding).SingleOrDefault() ?? throw new RequestException(
            ProblemKind.ShareUnknown, "There is no conversation behind this link, or it is no longer shared. Ask whoever gave it to you.");
        var whole = WithAnswers(connection, summary);
        return whole with { Id = share, Answers = [.. whole.Answers.Select((answer, i) => answer with { Id = $"{share}-{i + 1}", ConversationId = null, Feedback = null })] };
    });

    /// <summary>Gives a conversation another title.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public ConversationSummary Rename(string id, string title, Caller caller) => database.Write(connection =>
    {
        FindSummary(connection, id, caller);
        connection.Execute("UPDATE conversations SET title = $2 WHERE id = $1", id, RecordStore.Title(title));
        return FindSummary(connection, id, caller);
    });

    /// <summary>Gives a conversation a link by which it can be read, or takes the link back.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public ConversationSummary Share(string id, bool shared, Caller caller) => database.Write(connection =>
    {
        FindSummary(connection, id, caller);
        connection.Execute(
            shared ? "UPDATE conversations SET share = COALESCE(share, $2) WHERE id = $1" : "UPDATE conversations SET share = NULL WHERE id = $1 AND $2 <> ''",
            id, RecordStore.NewId("shr_"));
        return FindSummary(connection, id, caller);
    });

    /// <summary>The latest turns of a conversation, oldest first.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="before">Only those before this answer; null for all.</param>
    /// <param name="caller">Who asks.</param>
    /// <exception cref="RequestException">There is no such conversation that the caller may see, or no such answer in it.</exception>
    public IReadOnlyList<ConversationTurn> ReadHistory(string id, string? before, Caller caller) => database.Read(connection =>
    {
        FindSummary(connection, id, caller);
        var end = before is null ? long.MaxValue : connection.Scalar<long?>("SELECT sequence FROM answers WHERE id = $1 AND conversation = $2", before, id) ?? throw RecordStore.Unknown(before);
        var turns = connection.Query(
            "SELECT question, answer FROM answers WHERE conversation = $1 AND sequence < $3 ORDER BY sequence DESC LIMIT $2",
            row => new ConversationTurn(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)),
            id, ConversationHistory.MaxTurns, end);
        turns.Reverse();
        return turns;
    });

    /// <exception cref="RequestException">There is none that the caller may see.</exception>
    public void Delete(string id, Caller caller) => database.Write(connection =>
    {
        FindSummary(connection, id, caller);
        return connection.Execute("DELETE FROM conversations WHERE id = $1", id);
    });

    /// <summary>Deletes every conversation that the caller may see with its answers; answers that belong to none stay.</summary>
    public void DeleteAll(Caller caller) => database.Write(connection => connection.Execute($"DELETE FROM conversations WHERE {RecordOwner.Condition(1, 2)}", caller.Owner, (int)caller.Sees));

    private static ConversationSummary FindSummary(ISqlConnection connection, string id, Caller caller) =>
        connection.Query($"{Conversation} WHERE id = $1 AND {RecordOwner.Condition(2, 3)}", ReadSummary, id, caller.Owner, (int)caller.Sees).SingleOrDefault() ?? throw Unknown(id);

    /// <summary>As <c>lower</c> of both databases: ASCII letters only.</summary>
    private static string Fold(string words) => string.Concat(words.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));

    private static ConversationJson WithAnswers(ISqlConnection connection, ConversationSummary summary) => new()
    {
        Id = summary.Id,
        Title = summary.Title,
        CreatedAt = summary.CreatedAt,
        UpdatedAt = summary.UpdatedAt,
        ShareId = summary.ShareId,
        Answers = connection.Query($"SELECT {RecordStore.Columns} FROM answers WHERE conversation = $1 ORDER BY sequence", RecordStore.ReadAnswer, summary.Id),
    };

    private static ConversationSummary ReadSummary(DbDataReader row) => new()
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
