using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>A schema of a database for an index.</summary>
internal sealed class PostgreSqlPlace(PostgreSqlAddress address, string file) : IndexPlace
{
    public override string Name => address.Name;

    public override string File => file;

    public override bool Exists() => PostgreSqlIndex.Exists(address);

    public override void Discard() => PostgreSqlIndex.Discard(address);

    internal override IRecordDatabase Records(IReadOnlyList<string> migrations) => new PostgreSqlRecords(address, migrations);

    private protected override IIndexEngine OpenExistingEngine() => PostgreSqlIndex.OpenExisting(address);

    private protected override IIndexEngine OpenOrCreateEngine() => PostgreSqlIndex.OpenOrCreate(address);
}
