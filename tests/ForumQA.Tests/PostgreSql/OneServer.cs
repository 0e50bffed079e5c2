namespace ForumQA.Tests.PostgreSql;

/// <summary>Tests that share one server, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneServer : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL";
}
