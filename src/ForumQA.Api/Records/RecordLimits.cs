using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Records;

/// <summary>Keeps the records within <see cref="RecordOptions"/>.</summary>
internal sealed class RecordLimits(IOptions<RecordOptions> options, TimeProvider time)
{
    private readonly RecordOptions _options = options.Value;

    /// <summary>Deletes what is too old or too much, in the caller's transaction.</summary>
    public void Apply(ISqlConnection connection)
    {
        var oldest = time.GetUtcNow().AddDays(-_options.Days).ToUnixTimeMilliseconds();
        connection.Execute("DELETE FROM answers WHERE created < $1", oldest);
        connection.Execute("DELETE FROM answers WHERE sequence <= (SELECT sequence FROM answers ORDER BY sequence DESC LIMIT 1 OFFSET $1)", _options.Answers);
        connection.Execute(
            "DELETE FROM conversations WHERE updated < $1 OR id IN (SELECT id FROM conversations ORDER BY updated DESC LIMIT $3 OFFSET $2)", oldest, _options.Answers, int.MaxValue);
    }
}
