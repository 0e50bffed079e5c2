namespace ForumQA.Tests.PostgreSql;

/// <summary>A test that needs a PostgreSQL server.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.WhyNot;
}
