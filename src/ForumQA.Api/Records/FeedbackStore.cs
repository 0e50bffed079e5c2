using System.Data.Common;
using ForumQA.Api.Access;
using ForumQA.Api.Problems;
using ForumQA.Storage;

namespace ForumQA.Api.Records;

/// <summary>What readers said of answers. It is kept as long as its answer.</summary>
internal sealed class FeedbackStore(IRecordDatabase database, TimeProvider time)
{
    /// <exception cref="RequestException">There is no such answer that the caller may see.</exception>
    public AnswerFeedback Set(string answerId, bool helpful, string? comment, Caller caller)
    {
        // In whole milliseconds, as it is kept.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        Change(answerId, helpful, comment, now, caller);
        return new AnswerFeedback(helpful, comment, now);
    }

    /// <exception cref="RequestException">There is no such answer that the caller may see.</exception>
    public void Clear(string answerId, Caller caller) => Change(answerId, null, null, null, caller);

    /// <summary>Everything that was said, oldest first, whoever said it: it was said to whoever runs the service.</summary>
    public FeedbackList List(int offset, int limit) => database.Read(connection => new FeedbackList
    {
        Total = (int)connection.Scalar<long>("SELECT COUNT(*) FROM answers WHERE rated IS NOT NULL"),
        Feedback = connection.Query(
            $"SELECT {RecordStore.Columns} FROM answers WHERE rated IS NOT NULL ORDER BY sequence LIMIT $2 OFFSET $1", row => Rated(RecordStore.ReadAnswer(row)), offset, limit),
    });

    /// <summary>Reads the columns helpful, comment and rated.</summary>
    internal static AnswerFeedback? Read(DbDataReader row, int first) => row.IsDBNull(first) ? null : new AnswerFeedback(
        row.GetInt64(first) != 0, row.IsDBNull(first + 1) ? null : row.GetString(first + 1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 2)));

    private static RatedAnswer Rated(GivenAnswer answer) => new()
    {
        AnswerId = answer.Id,
        Question = answer.Question,
        StandaloneQuestion = answer.StandaloneQuestion,
        Status = answer.Status,
        Helpful = answer.Feedback!.Helpful,
        Comment = answer.Feedback.Comment,
        At = answer.Feedback.At,
        Quotations = [.. answer.Citations.Select(citation => new RatedQuotation(citation.DocumentId, citation.Quotation))],
    };

    private void Change(string answerId, bool? helpful, string? comment, DateTimeOffset? at, Caller caller)
    {
        var changed = database.Write(connection => connection.Execute(
            $"UPDATE answers SET helpful = $2, comment = $3, rated = $4 WHERE id = $1 AND {RecordOwner.Condition(5, 6)}",
            answerId, helpful is { } said ? Convert.ToInt64(said) : null, comment, at?.ToUnixTimeMilliseconds(), caller.Owner, (int)caller.Sees));
        if (changed == 0)
        {
            throw RecordStore.Unknown(answerId);
        }
    }
}
