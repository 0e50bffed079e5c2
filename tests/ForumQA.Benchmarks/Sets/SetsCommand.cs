using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ForumQA.Benchmarks.Sets;

/// <summary>Makes the folder that <c>--data</c> names out of the public originals, and says which of them are missing and where they can be had.</summary>
internal static class SetsCommand
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="originals">A folder with the originals, wherever in it they lie.</param>
    /// <param name="to">The folder to write.</param>
    /// <returns>0 when nothing is missing, else 2.</returns>
    public static int Run(string originals, string to)
    {
        var found = Directory.EnumerateFiles(originals, "*", SearchOption.AllDirectories)
            .GroupBy(path => Path.GetFileName(path), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);
        var missing = PublicSet.Whole.Append(PublicSet.Squad).Where(set => !found.ContainsKey(set.Original)).ToList();
        foreach (var set in missing)
        {
            Console.WriteLine($"missing   {set.Original}: {set.Source} ({set.Licence})");
        }

        foreach (var set in PublicSet.Whole.Except(missing))
        {
            Write(to, set.Ours, File.ReadAllBytes(found[set.Original]));
        }

        if (found.TryGetValue(PublicSet.Squad.Original, out var squad))
        {
            var (asked, distractors) = SquadCut.Cut(JsonNode.Parse(File.ReadAllBytes(squad))!);
            Write(to, PublicSet.Squad.Ours + "dev.json", JsonSerializer.SerializeToUtf8Bytes(asked, Compact));
            Write(to, PublicSet.Squad.Ours + "distractors.json", JsonSerializer.SerializeToUtf8Bytes(distractors, Compact));
        }

        return missing.Count == 0 ? 0 : 2;
    }

    private static void Write(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        Console.WriteLine($"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}");
    }
}
