using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Api.Access;
using ForumQA.Api.Problems;
using ForumQA.Storage;

namespace ForumQA.Api.Records;

/// <summary>The answers that the service gave, kept beyond a restart. Bounded by <see cref="RecordOptions"/>.</summary>
internal sealed class RecordStore(IRecordDatabase database, RecordLimits limits)
{
    private const int TitleLength = 120;

    /// <summary>The columns that <see cref="ReadAnswer"/> reads.</summary>
    internal const string Columns = "json, helpful, comment, rated";

    /// <summary>An id that cannot be guessed: whoever knows it may see what it names.</summary>
    public static string NewId(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What a conversation is called after its first question.</summary>
    internal static string Title(string text) => text.Length <= TitleLength ? text : text[..(TitleLength - 1)].TrimEnd() + "…";

    /// <summary>Keeps an answer, in its conversation unless that has been deleted meanwhile.</summary>
    /// <param name="given">The answer.</param>
    /// <param name="turn">What of it goes along with the next question.</param>
    /// <param name="replaces">The answer of the conversation whose place it takes: that one and those after it are deleted. Null for none.</param>
    /// <param name="caller">Whose it is where it belongs to no conversation.</param>
    public void Add(GivenAnswer given, ConversationTurn turn, string? replaces, Caller caller) => database.Write(connection =>
    {
        if (replaces is not null)
        {
            Replace(connection, given.ConversationId, replaces);
        }

        var created = given.CreatedAt.ToUnixTimeMilliseconds();
        connection.Execute(
            """
            INSERT INTO answers (id, conversation, created, question, answer, json, owner)
            VALUES ($1, (SELECT id FROM conversations WHERE id = $2), $3, $4, $5, $6, CASE WHEN EXISTS (SELECT 1 FROM conversations WHERE id = $2) THEN (SELECT owner FROM conversations WHERE id = $2) ELSE $7 END)
            ON CONFLICT (id) DO NOTHING
            """,
            given.Id, given.ConversationId, created, turn.Question, turn.Answer, JsonSerializer.Serialize(given, RecordJson.GivenAnswer), caller.Owner);
        connection.Execute(
            "UPDATE conversations SET updated = $2, title = COALESCE(title, $3) WHERE id = $1", given.ConversationId, created, Title(turn.Question));
        limits.Apply(connection);
        return true;
    });

    /// <exception cref="RequestException">There is none that the caller may see.</exception>
    public GivenAnswer FindAnswer(string id, Caller caller) => database.Read(connection => connection.Query(
        $"SELECT {Columns} FROM answers WHERE id = $1 AND {RecordOwner.Condition(2, 3)}", ReadAnswer, id, caller.Owner, (int)caller.Sees)).SingleOrDefault() ?? throw Unknown(id);

    /// <summary>The failure of asking for an answer that is not kept.</summary>
    internal static RequestException Unknown(string id) =>
        new(ProblemKind.AnswerUnknown, $"There is no answer '{id}'. It may have been given too long ago to be kept.");

    /// <summary>Reads <see cref="Columns"/>.</summary>
    internal static GivenAnswer ReadAnswer(DbDataReader row) => RecordJson.Read(row.GetString(0)) with { Feedback = FeedbackStore.Read(row, first: 1) };

    private static void Replace(ISqlConnection connection, string? conversationId, string replaces)
    {
        var first = connection.Scalar<string>("SELECT question FROM answers WHERE conversation = $1 ORDER BY sequence LIMIT 1", conversationId);
        connection.Execute("DELETE FROM answers WHERE conversation = $1 AND sequence >= (SELECT sequence FROM answers WHERE id = $2)", conversationId, replaces);

        // A conversation that was called after its first question is called after the new one.
        connection.Execute(
            "UPDATE conversations SET title = NULL WHERE id = $1 AND title = $2 AND NOT EXISTS (SELECT 1 FROM answers WHERE conversation = $1)",
            conversationId, first is null ? null : Title(first));
    }
}
