namespace ForumQA.Storage.Sqlite;

/// <summary>A file for an index.</summary>
/// <param name="path">The file, in full.</param>
internal sealed class SqlitePlace(string path) : IndexPlace
{
    public override string Name => path;

    public override string File => path;

    public override bool Exists() => System.IO.File.Exists(path);

    public override void Discard() => SqliteIndex.Discard(path);

    private protected override IIndexEngine OpenExistingEngine() => SqliteIndex.OpenExisting(path);

    private protected override IIndexEngine OpenOrCreateEngine() => SqliteIndex.OpenOrCreate(path);
}
