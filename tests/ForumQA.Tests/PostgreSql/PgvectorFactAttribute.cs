namespace ForumQA.Tests.PostgreSql;

/// <summary>A test that needs a PostgreSQL with pgvector.</summary>
internal sealed class PgvectorFactAttribute : FactAttribute
{
    public PgvectorFactAttribute() => Skip = PgvectorServer.WhyNot;
}
