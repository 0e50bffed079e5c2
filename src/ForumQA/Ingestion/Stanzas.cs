using System.Text.RegularExpressions;

namespace ForumQA.Ingestion;

/// <summary>Keeps together what stands together in plain text of short lines: a notice, a list of staff, rules with their numbers.</summary>
/// <remarks>A stanza is what stands between empty lines. Where its first line names it, that is its heading.</remarks>
internal static partial class Stanzas
{
    /// <summary>More lines under one another are a text without empty lines.</summary>
    private const int MostLines = 60;

    private const int MostHeadingWords = 9;

    private const int LongestLine = 160;

    /// <summary>The blocks of a text whose lines are not wrapped.</summary>
    /// <param name="lines">The lines of the text.</param>
    public static IReadOnlyList<Block> Of(string[] lines)
    {
        var stanzas = Split(lines);
        var kept = stanzas.ConvertAll(IsKept);
        if (stanzas.Count < 2 || !kept.Contains(true))
        {
            return [.. stanzas.SelectMany(Paragraphed)];
        }

        // One that is named by its first line tells that others are.
        var named = stanzas.Zip(kept).Count(stanza => stanza.Second && NamesWhatFollows(stanza.First));
        var isNamed = named * 2 >= stanzas.Zip(kept).Count(stanza => stanza.Second && CanBeName(stanza.First[0]));
        var blocks = new List<Block>();
        for (var i = 0; i < stanzas.Count; i++)
        {
            if (!kept[i] && blocks.Count == 0 && stanzas[i].Length == 1 && CanBeName(stanzas[i][0]))
            {
                blocks.Add(new Block(stanzas[i][0].Trim(), 1));
                continue;
            }

            if (!kept[i])
            {
                blocks.AddRange(Paragraphed(stanzas[i]));
                continue;
            }

            var hasName = CanBeName(stanzas[i][0]) && !IsLikeTheNext(stanzas[i]) && (blocks.Count == 0 || NamesWhatFollows(stanzas[i]) || isNamed);
            // "NOTICE" over "BUILDING WORKS": a title of two lines.
            var titleLines = hasName && blocks.Count == 0 ? Math.Max(1, stanzas[i].TakeWhile(line => IsUpper(line) && CanBeName(line)).Count()) : hasName ? 1 : 0;
            Write(stanzas[i][titleLines..], hasName ? new Block(string.Join(' ', stanzas[i].Take(titleLines).Select(line => line.Trim())), blocks.Count == 0 ? 1 : 2) : null, blocks);
        }

        return blocks;
    }

    /// <summary>Each line by itself, but items with those above them.</summary>
    private static IEnumerable<Block> Paragraphed(string[] stanza)
    {
        for (var i = 0; i < stanza.Length;)
        {
            var count = 1 + stanza.Skip(i + 1).TakeWhile((line, at) => Paragraphs.OpensItem(line) && Paragraphs.OpensItem(stanza[i + at])).Count();
            yield return new Block(string.Join('\n', stanza.Skip(i).Take(count).Select(line => line.Trim())));
            i += count;
        }
    }

    /// <summary>Whether a line is one such as "Phone: 12".</summary>
    public static bool IsLabelled(string line) => Label().IsMatch(line);

    private static List<string[]> Split(string[] lines)
    {
        var stanzas = new List<string[]>();
        var own = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                own.Add(line.TrimEnd());
            }
            else if (own.Count > 0)
            {
                stanzas.Add([.. own]);
                own.Clear();
            }
        }

        return stanzas;
    }

    /// <summary>Several lines, few of them running text.</summary>
    private static bool IsKept(string[] stanza) =>
        stanza.Length is > 1 and <= MostLines
        && Array.TrueForAll(stanza, line => line.Length <= LongestLine || Paragraphs.OpensItem(line))
        && (stanza.Count(line => LineShape.IsProse(line.Trim()) && !Paragraphs.OpensItem(line) && !Label().IsMatch(line)) * 2 <= stanza.Length || NamesWhatFollows(stanza));

    private static bool CanBeName(string line) =>
        LineShape.IsHeading(line.Trim()) && !Paragraphs.OpensItem(line) && !Label().IsMatch(line) && !LineShape.EndsLikeASentence(line.Trim()) && line.Count(c => c == ' ') < MostHeadingWords;

    /// <summary>Whether the first line is the name of items, labelled lines or sentences under it.</summary>
    private static bool NamesWhatFollows(string[] stanza) =>
        stanza.Length > 1 && CanBeName(stanza[0]) && !IsLikeTheNext(stanza)
        && (IsUpper(stanza[0]) || stanza.Skip(1).Any(line => Paragraphs.OpensItem(line) || Label().IsMatch(line) || LineShape.IsProse(line.Trim())));

    /// <summary>"15 Jan ..." over "15 Feb ..." is the first of them.</summary>
    private static bool IsLikeTheNext(string[] stanza) => char.IsDigit(stanza[0].TrimStart()[0]) && char.IsDigit(stanza[1].TrimStart()[0]);

    private static bool IsUpper(string line) => line.Any(char.IsLetter) && !line.Any(char.IsLower);

    /// <summary>Numbered lines with lines of their own under them are headings; the rest keeps its lines.</summary>
    private static void Write(string[] lines, Block? name, List<Block> blocks)
    {
        if (name is not null)
        {
            blocks.Add(name);
        }

        var own = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var isNumbered = Number().Match(line) is { Success: true } number && CanBeName(line[number.Length..]);
            if (isNumbered && i + 1 < lines.Length && IndentOf(lines[i + 1]) > IndentOf(lines[i]))
            {
                Close();
                blocks.Add(new Block(line, 2));
            }
            else
            {
                own.Add(line);
            }
        }

        Close();

        void Close()
        {
            if (own.Count > 0)
            {
                blocks.Add(new Block(string.Join('\n', own)));
                own.Clear();
            }
        }
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    /// <summary>"Phone: 12", "9:00 to 12:00 Work day" is none.</summary>
    [GeneratedRegex(@"^\s*\p{L}[^:]{0,40}: \S", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\d{1,3}[.)] (?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
