using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ForumQA.Benchmarks.Learning;

/// <summary>A file of data that a table was learned from.</summary>
/// <param name="Name">Relative to the folder of the sets.</param>
/// <param name="Hash">SHA-256 of its bytes, in lower-case hexadecimal.</param>
internal sealed record DataFile(string Name, string Hash);

/// <summary>How a table came to be: enough to make it again.</summary>
/// <param name="Command">What was run.</param>
/// <param name="Date">When, UTC.</param>
/// <param name="Commit">Of the code that learned it; with "+ changes" when files differed from it.</param>
/// <param name="Data">What it was learned from.</param>
internal sealed record TableOrigin(string Command, DateOnly Date, string Commit, IReadOnlyList<DataFile> Data);

/// <summary>A table of the library as a file: its manifest in comments, then a line for each feature.</summary>
internal sealed record LearnedTable
{
    /// <summary>How far apart means and deviations may be: what a feature measures depends on no processor, but for the order of nearly equal passages.</summary>
    private const double SameMoment = 0.002;

    private const string Columns = "feature, weight of the standardised feature, mean, standard deviation";

    /// <summary>What the model is for, in sentences.</summary>
    public required string Purpose { get; init; }

    public required TableOrigin Origin { get; init; }

    /// <summary><see cref="HashOf"/> the names of the features that the code had.</summary>
    public required string FeatureHash { get; init; }

    /// <summary><see cref="HashOf"/> the lines as they were learned: a weight changed by hand shows.</summary>
    public required string LineHash { get; init; }

    /// <summary>As <see cref="ForumQA.Retrieval.LinearModel{TFeature}"/> reads them.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    public static LearnedTable Of(string purpose, TableOrigin origin, IReadOnlyList<string> features, IReadOnlyList<string> lines) =>
        new() { Purpose = purpose, Origin = origin, FeatureHash = HashOf(features), LineHash = HashOf(lines), Lines = lines };

    /// <summary>SHA-256 of lines parted by line feeds, in lower-case hexadecimal.</summary>
    public static string HashOf(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    /// <exception cref="InvalidDataException">The text has no manifest.</exception>
    public static LearnedTable Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var comments = lines.Where(line => line[0] == '#').Select(line => line[1..].Trim()).ToList();
        return new LearnedTable
        {
            Purpose = comments.FirstOrDefault() ?? throw WithoutManifest("<purpose>"),
            Origin = new TableOrigin(
                Find("command"),
                DateOnly.ParseExact(Find("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Find("commit"),
                [.. comments.Where(comment => comment.StartsWith("data: ", StringComparison.Ordinal)).Select(comment => comment.Split(' ')).Select(cells => new DataFile(cells[1], cells[2]))]),
            FeatureHash = Find("features"),
            LineHash = Find("lines"),
            Lines = [.. lines.Where(line => line[0] != '#')],
        };

        string Find(string key) => comments.Find(comment => comment.StartsWith(key + ": ", StringComparison.Ordinal))?[(key.Length + 2)..]
            ?? throw WithoutManifest(key + ": …");

        static InvalidDataException WithoutManifest(string line) => new($"The table has no '# {line}' in its manifest. Learn it anew, see docs/learning.md.");
    }

    public string ToText() => string.Join('\n',
    [
        $"# {Purpose}",
        $"# command: {Origin.Command}",
        $"# date: {Origin.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        $"# commit: {Origin.Commit}",
        .. Origin.Data.Select(file => $"# data: {file.Name} {file.Hash}"),
        $"# features: {FeatureHash}",
        $"# lines: {LineHash}",
        $"# {Columns}",
        .. Lines,
        "",
    ]);

    /// <summary>What differs between this table and one learned again; empty when nothing does.</summary>
    /// <param name="again">Learned by the code of today.</param>
    /// <param name="tolerance">How far apart weights may be.</param>
    /// <param name="slack">How many times that, and how many times as far apart means and deviations.</param>
    public IReadOnlyList<string> DifferencesFrom(LearnedTable again, double tolerance, int slack = 1)
    {
        var (old, now) = (ByFeature(), again.ByFeature());
        return
        [
            .. old.Keys.Except(now.Keys).Select(feature => $"{feature} is in the table and not in the code"),
            .. now.Keys.Except(old.Keys).Select(feature => $"{feature} is in the code and not in the table"),
            .. now.Where(pair => old.TryGetValue(pair.Key, out var was) && !AreSame(was, pair.Value)).Select(pair => $"{pair.Key} was {string.Join(' ', old[pair.Key])} and is {string.Join(' ', pair.Value)}"),
        ];

        bool AreSame(double[] was, double[] now) => was.Length == now.Length
            && was.Zip(now).Index().All(pair => Math.Abs(pair.Item.First - pair.Item.Second) <= slack * (pair.Index == 0 ? tolerance : SameMoment));
    }

    private Dictionary<string, double[]> ByFeature() => Lines.Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
}
