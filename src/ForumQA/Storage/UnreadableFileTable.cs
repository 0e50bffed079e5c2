namespace ForumQA.Storage;

/// <summary>Remembers which files could not be read.</summary>
internal sealed class UnreadableFileTable(IIndexEngine engine)
{
    /// <summary>All of them, in ordinal order of their ids.</summary>
    public IReadOnlyList<UnreadableFile> List() => engine.Run(List);

    /// <inheritdoc cref="List()"/>
    public static IReadOnlyList<UnreadableFile> List(IIndexConnection connection) => connection.Query(
        "SELECT document_id, source_length, source_modified, settings, reason FROM unreadable_files ORDER BY document_id",
        row => new UnreadableFile(row.GetString(0), row.GetInt64(1), new DateTime(row.GetInt64(2), DateTimeKind.Utc), row.GetString(3), row.GetString(4)));

    /// <summary>Remembers these and no others. Writes nothing when they are those that are known.</summary>
    public void Replace(IReadOnlyList<UnreadableFile> files)
    {
        if (files.OrderBy(file => file.DocumentId, StringComparer.Ordinal).SequenceEqual(List()))
        {
            return;
        }

        engine.Write(connection =>
        {
            connection.Execute("DELETE FROM unreadable_files");
            foreach (var file in files)
            {
                connection.Execute(
                    "INSERT INTO unreadable_files (document_id, source_length, source_modified, settings, reason) VALUES ($1, $2, $3, $4, $5)",
                    file.DocumentId, file.Length, file.ModifiedUtc.Ticks, file.Settings, file.Reason);
            }
        });
    }
}
