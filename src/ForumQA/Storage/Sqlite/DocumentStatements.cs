namespace ForumQA.Storage.Sqlite;

/// <summary>The statements that write documents and passages, each prepared once.</summary>
internal static class DocumentStatements
{
    /// <summary>Stores a document in place of what stands under its id, passages included.</summary>
    public static long Replace(SqliteStatements statements, Document document, SourceStamp source, DateTimeOffset now)
    {
        Delete(statements, document.Id);
        var row = statements.Insert(
            $"INSERT INTO documents ({StoredColumns.OfDocument}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            StoredColumns.Of(document, source, now));
        InsertMetadata(statements, row, document.Metadata);
        return row;
    }

    public static void Delete(SqliteStatements statements, string documentId) =>
        statements.Execute("DELETE FROM documents WHERE document_id = $1", documentId);

    public static long Insert(SqliteStatements statements, long document, Passage passage) => statements.Insert(
        $"INSERT INTO passages ({StoredColumns.OfPassage}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", StoredColumns.Of(document, passage));

    public static void InsertAcronyms(SqliteStatements statements, long row, PassageRows passage)
    {
        foreach (var (acronym, expansion) in passage.Acronyms)
        {
            statements.Execute("INSERT INTO acronyms (passage, acronym, expansion) VALUES ($1, $2, $3)", row, acronym, expansion);
        }
    }

    private static void InsertMetadata(SqliteStatements statements, long document, IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (name, value) in metadata)
        {
            statements.Execute("INSERT OR IGNORE INTO document_metadata (document, name, value) VALUES ($1, $2, $3)", document, name, value);
        }
    }
}
