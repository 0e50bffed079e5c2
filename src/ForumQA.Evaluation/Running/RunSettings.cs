using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ForumQA.Storage;

namespace ForumQA.Evaluation.Running;

/// <summary>Everything that decides what an eval measures, apart from the cases.</summary>
public sealed record RunSettings
{
    /// <summary>ForumQA's version.</summary>
    public string Version { get; init; } = BuildVersion.Split('+')[0];

    /// <summary>The commit it was built from; null when it was built outside a repository.</summary>
    public string? Commit { get; init; } = BuildVersion.Split('+').ElementAtOrDefault(1);

    /// <summary>The index file.</summary>
    public required string IndexPath { get; init; }

    /// <summary>What the index says of itself.</summary>
    public required IndexManifest Index { get; init; }

    /// <summary>Changes whenever a document of the index does: 64 hexadecimal digits.</summary>
    public required string CorpusHash { get; init; }

    /// <summary>The options in force, by configuration key.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The <see cref="Answering.Prompts.Prompt.Hash"/> of each prompt in force, by name.</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    private static string BuildVersion =>
        typeof(RunSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Equal for two runs exactly when the results of one may stand in for those of the other.</summary>
    internal string Key
    {
        get
        {
            // The module's id differs between builds of one commit with local changes.
            var build = typeof(RunSettings).Assembly.ManifestModule.ModuleVersionId;
            var parts = Options.Concat(Prompts).Select(pair => $"{pair.Key}={pair.Value}");
            return Hash([build.ToString(), Index.ToString(), CorpusHash, .. parts]);
        }
    }

    internal static RunSettings Of(IndexStore store, IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> prompts) => new()
    {
        IndexPath = store.Path,
        Index = store.ReadManifest(),
        CorpusHash = Hash(store.Documents.List().Select(document => $"{document.Id} {document.ContentHash}")),
        Options = options,
        Prompts = prompts,
    };

    private static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
