using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>Keeps indexes in PostgreSQL.</summary>
internal sealed class PostgreSqlDatabase : IIndexDatabase
{
    public IndexPlace At(string connection, string schema, string file, bool vectorExtension) =>
        new PostgreSqlPlace(PostgreSqlAddress.Parse(connection, schema) with { VectorExtension = vectorExtension }, file);
}
