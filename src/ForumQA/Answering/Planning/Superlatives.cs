using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>A word that asks for the most or the least of something.</summary>
/// <param name="WantsMost">Whether it asks for the greatest number.</param>
/// <param name="Columns">Words for what it compares; empty when the question must name it.</param>
internal sealed record Superlative(bool WantsMost, IReadOnlyList<string> Columns);

/// <summary>The superlatives of <c>superlatives.txt</c>.</summary>
internal static class Superlatives
{
    private const string Most = "most";

    private static readonly FrozenDictionary<string, Superlative> Words = Load();

    /// <summary>What a word asks for; null when it is no superlative.</summary>
    /// <param name="folded">A folded word.</param>
    public static Superlative? Find(string folded) => Words.GetValueOrDefault(folded);

    /// <summary>What a question asks for; of "least expensive" the first word tells how much of what the second compares. Null when it has no superlative.</summary>
    /// <param name="words">The question's words.</param>
    public static Superlative? Of(IEnumerable<Token> words)
    {
        var found = words.Select(word => Find(word.Word.Folded)).OfType<Superlative>().ToList();
        var compared = found.Find(word => word.Columns.Count > 0) ?? found.FirstOrDefault();
        return compared is null ? null : compared with { WantsMost = found[0].WantsMost };
    }

    /// <summary>Whether a word is the second half of a superlative, as "expensive" is of "most expensive".</summary>
    /// <param name="folded">A folded word.</param>
    public static bool IsPart(string folded) => Words.Values.Any(word => word.Columns.Contains(folded));

    /// <summary>Lines such as <c>least price cost: cheapest</c>.</summary>
    private static FrozenDictionary<string, Superlative> Load() =>
        EmbeddedWordList.ReadNamed("Answering.superlatives.txt")
            .SelectMany(line => line.Words.Select(word => (Word: WordFolding.Fold(word), Names: line.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .ToFrozenDictionary(entry => entry.Word, entry => new Superlative(entry.Names[0] == Most, [.. entry.Names.Skip(1)]), StringComparer.Ordinal);
}
