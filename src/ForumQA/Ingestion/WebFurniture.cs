using System.Text.RegularExpressions;

namespace ForumQA.Ingestion;

/// <summary>Removes what web pages put around an article: navigation, buttons, counters, notices, image names.</summary>
/// <remarks>
/// Only whole lines go, and only those that <c>WebFurniture.txt</c> describes. Lines that could stand in an article go
/// only before its first or after its last running text, or beside other furniture. See docs/decisions.
/// </remarks>
internal static partial class WebFurniture
{
    private const int LongestLine = 300;

    private static readonly FurnitureList List = FurnitureList.Load();

    /// <summary>Certainty that a line is furniture.</summary>
    private enum Kind
    {
        Text,

        /// <summary>Furniture if other furniture is near.</summary>
        Company,

        /// <summary>Furniture around the article, not within.</summary>
        Edge,

        Anywhere,
    }

    public static IReadOnlyList<Block> Trim(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.SelectMany((b, i) => b.Text.Split('\n').Select(text => new Line(i, text.Trim()))).Where(l => l.Text.Length > 0).ToList();
        foreach (var line in lines)
        {
            line.Kind = KindOf(line.Text);
            line.Dropped = line.Kind is Kind.Anywhere;
        }

        var first = lines.FindIndex(l => l.Kind is Kind.Text && LineShape.IsProse(l.Text));
        if (first >= 0)
        {
            DropEdge(lines, 0, first);
            var last = lines.FindLastIndex(l => l.Kind is Kind.Text && LineShape.IsProse(l.Text));
            DropEdge(lines, last + 1, lines.Count);
        }

        DropNeighbours(lines);
        return Rebuild(blocks, lines);
    }

    private static void DropEdge(List<Line> lines, int start, int end)
    {
        var edge = lines[start..end];
        var crowded = edge.Count(l => l.Kind is not Kind.Text) > 1;
        foreach (var line in edge.Where(l => l.Kind is Kind.Edge || (l.Kind is Kind.Company && crowded)))
        {
            line.Dropped = true;
        }
    }

    private static void DropNeighbours(List<Line> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            lines[i].Dropped |= lines[i].Kind is Kind.Company && lines[i - 1].Dropped;
        }

        for (var i = lines.Count - 2; i >= 0; i--)
        {
            lines[i].Dropped |= lines[i].Kind is Kind.Company && lines[i + 1].Dropped;
        }
    }

    private static List<Block> Rebuild(IReadOnlyList<Block> blocks, List<Line> lines)
    {
        var kept = new List<Block>(blocks.Count);
        foreach (var group in lines.GroupBy(l => l.Block))
        {
            var block = blocks[group.Key];
            if (group.All(l => !l.Dropped))
            {
                kept.Add(block);
            }
            else if (group.Any(l => !l.Dropped))
            {
                kept.Add(block with { Text = string.Join('\n', group.Where(l => !l.Dropped).Select(l => l.Text)) });
            }
        }

        return kept;
    }

    private static Kind KindOf(string line)
    {
        if (line.Length > LongestLine)
        {
            return Kind.Text;
        }

        var phrase = Phrase(line);
        return phrase.Length == 0 ? Ornament().IsMatch(line) ? Kind.Company : Kind.Text
            : List.Anywhere.Contains(phrase) || List.AnywherePatterns.Any(p => p.IsMatch(line)) ? Kind.Anywhere
            : List.Edge.Contains(phrase) || List.EdgePatterns.Any(p => p.IsMatch(line)) ? Kind.Edge
            : List.Company.Contains(phrase) || IsButtonBar(phrase) ? Kind.Company
            : Kind.Text;
    }

    /// <summary>"Facebook Twitter Email" or "Home About Contact".</summary>
    private static bool IsButtonBar(string phrase) =>
        phrase.Split(' ') is { Length: <= 12 } words && words.All(w => w == "#" || List.Buttons.Contains(w)) && words.Any(w => w != "#");

    /// <summary>Lower case, every number as <c>#</c>, no punctuation: "1 view0 comments" becomes "# view # comments".</summary>
    private static string Phrase(string line)
    {
        var plain = Apostrophes().Replace(line, string.Empty);
        plain = Numbers().Replace(plain, " # ");
        return NotInPhrases().Replace(plain, " ").Trim().ToLowerInvariant();
    }

    [GeneratedRegex(@"['’]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[^\p{L}\p{M}#]+")]
    private static partial Regex NotInPhrases();

    /// <summary>Bullets, arrows and lines drawn between buttons.</summary>
    [GeneratedRegex(@"^[|•·×✕✖☰»«›‹→←↑↓▲▼►◄✓\s]+$")]
    private static partial Regex Ornament();

    private sealed class Line(int block, string text)
    {
        public int Block { get; } = block;

        public string Text { get; } = text;

        public Kind Kind { get; set; }

        public bool Dropped { get; set; }
    }
}
