using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>Keeps indexes in PostgreSQL.</summary>
internal sealed class PostgreSqlDatabase : IIndexDatabase
{
    public IndexPlace At(string connection, string schema, string file) => new PostgreSqlPlace(PostgreSqlAddress.Parse(connection, schema), file);
}
