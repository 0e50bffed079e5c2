namespace ForumQA.Benchmarks.Speed;

/// <summary>A folder that is made for one measurement and goes with it.</summary>
internal sealed class SeededFolder : IDisposable
{
    public SeededFolder() => Directory.CreateDirectory(Corpus);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}");

    /// <summary>Where the documents are.</summary>
    public string Corpus => System.IO.Path.Combine(Path, "corpus");

    /// <summary>The path of a file beside the corpus.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
