using System.Diagnostics;
using System.Security.Cryptography;

namespace ForumQA.Benchmarks.Learning;

/// <summary>Makes tables of learned lines and keeps them in files.</summary>
internal sealed class TableFiles(string data, string command, bool withFolders)
{
    private readonly string _commit = ReadCommit();
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public LearnedTable Make(TableKind kind, IReadOnlyList<string> lines) => LearnedTable.Of(
        kind.Purpose, new TableOrigin(command, _today, _commit, [.. kind.Data.Concat(withFolders && kind.IsOfFolders ? LearnedTables.FolderFiles : []).Select(HashFile)]), kind.Features, lines);

    /// <summary>Reads the table in a folder; null when there is none that can be read.</summary>
    public static LearnedTable? Read(string folder, TableKind kind)
    {
        var path = Path.Combine(folder, kind.File);
        try
        {
            return File.Exists(path) ? LearnedTable.Parse(File.ReadAllText(path)) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Writes all tables or none, and not those that are as they were: their manifest still holds.</summary>
    public static void Write(string folder, IReadOnlyList<(TableKind Kind, LearnedTable Table)> tables)
    {
        var changed = tables.Where(pair => Read(folder, pair.Kind) is not { } old || !old.Lines.SequenceEqual(pair.Table.Lines) || old.FeatureHash != pair.Table.FeatureHash
            || !old.Origin.Data.SequenceEqual(pair.Table.Origin.Data)).ToList();
        foreach (var (kind, table) in changed)
        {
            var path = Path.Combine(folder, kind.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".new", table.ToText());
        }

        foreach (var (kind, _) in changed)
        {
            File.Move(Path.Combine(folder, kind.File) + ".new", Path.Combine(folder, kind.File), overwrite: true);
            Console.WriteLine($"Wrote {Path.Combine(folder, kind.File)}");
        }
    }

    /// <summary>The sets over folders are in the repository itself; of a sample there are none.</summary>
    private DataFile HashFile(string name)
    {
        using var stream = File.OpenRead(LearnedTables.FolderFiles.Contains(name) ? name : Path.Combine(data, name));
        return new DataFile(name, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static string ReadCommit()
    {
        var commit = Git("rev-parse HEAD");
        return commit.Length == 0 ? "unknown" : Git("status --porcelain -- *.cs src/ForumQA/*.txt").Length == 0 ? commit : commit + " + changes";
    }

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : "";
    }
}
