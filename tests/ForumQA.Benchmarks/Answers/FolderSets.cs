using ForumQA.Benchmarks.Learning;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Answers;

/// <summary>The folders that are learned from.</summary>
/// <param name="embedder">The built-in model; not disposed of.</param>
/// <param name="passages">Ranks passages; null for the rankers of the library.</param>
internal sealed class FolderSets(KeptEmbeddings embedder, (PassageRanker ByWords, PassageRanker ByMeaning)? passages) : IDisposable
{
    /// <summary>All of them, open.</summary>
    public IReadOnlyList<FolderSet> All { get; } = [.. LearnedTables.Folders.Select(name => new FolderSet(name, embedder, passages))];

    public void Dispose()
    {
        foreach (var folder in All)
        {
            folder.Dispose();
        }
    }
}
