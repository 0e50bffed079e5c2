using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Ingestion;

/// <summary>Finds the paragraphs of plain text, whether its lines are wrapped or each is a paragraph.</summary>
internal static partial class Paragraphs
{
    private const int WidestWrap = 100;
    private const int NarrowestWrap = 40;

    /// <summary>How far from the widest line one may end although the next word had room.</summary>
    private const int Ragged = 12;

    public static IReadOnlyList<Block> Of(string text)
    {
        var lines = Leaders().Replace(text.ReplaceLineEndings("\n").Replace('\f', '\n'), ": ").Split('\n');
        return Stanzas.Of(IsWrapped(lines) ? Unwrap(lines) : Rejoin(lines));
    }

    /// <summary>Whether the line opens an item or a quotation, so that it does not go on from the line before.</summary>
    public static bool OpensItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.IsEmpty)
        {
            return false;
        }

        var marker = line.IndexOf(' ');
        return line[0] is '•' or '▪' or '·' or '◦' or '‣' or '●' or '■' or '–' or '>' or '|'
            || (marker == 1 && line[0] is '-' or '*' or '+')
            || (marker is > 1 and < 5 && line[marker - 1] is '.' or ')' && IsNumbering(line[..(marker - 1)]));
    }

    /// <summary>Joins two lines of a paragraph; Chinese and Japanese take no blank.</summary>
    public static string Separator(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        !before.IsEmpty && !after.IsEmpty && IsUnspaced(before[^1]) && IsUnspaced(after[0]) ? string.Empty : " ";

    private static bool IsUnspaced(char c) => WordCounter.IsIdeograph(c) || c is >= '\u3000' and <= '\u303f' or >= '\uff00' and <= '\uff60';

    private static bool IsNumbering(ReadOnlySpan<char> marker) =>
        marker.TrimStart('(') is { Length: > 0 } inner && (!inner.ContainsAnyExceptInRange('0', '9') || inner.Length == 1);

    /// <summary>Lines are wrapped when none is long and most of those inside a paragraph stop short of a sentence's end, where the next word had no room.</summary>
    private static bool IsWrapped(string[] lines)
    {
        int inside = 0, open = 0;
        var width = lines.Max(line => line.Trim().Length);
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.Length > WidestWrap)
            {
                return false;
            }

            if (line.Length >= NarrowestWrap && !string.IsNullOrWhiteSpace(lines[i + 1]))
            {
                inside++;
                var next = lines[i + 1].AsSpan().Trim();
                var word = next.IndexOf(' ') is > 0 and var length ? length : next.Length;
                open += SentencePunctuation.EndsLine(line[^1]) || line.Length + 1 + word < width - Ragged ? 0 : 1;
            }
        }

        return inside >= 2 && open > inside / 2;
    }

    /// <summary>Lines without the breaks inside a sentence: what goes on in small letters where nothing ended.</summary>
    private static string[] Rejoin(string[] lines)
    {
        var joined = new List<string>();
        foreach (var line in lines)
        {
            var next = line.AsSpan().Trim();
            var before = joined.Count > 0 ? joined[^1].AsSpan().TrimEnd() : [];
            if (before.Length >= NarrowestWrap && !next.IsEmpty && char.IsLower(next[0]) && !OpensItem(next) && !SentencePunctuation.EndsLine(before[^1]))
            {
                joined[^1] = $"{before} {next}";
            }
            else
            {
                joined.Add(line);
            }
        }

        return [.. joined];
    }

    /// <summary>The lines of a wrapped text with each paragraph and each item on one; lines that were not wrapped stay.</summary>
    private static string[] Unwrap(string[] lines)
    {
        var joined = new List<string>();
        var goesOn = false;
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (goesOn && line.Length > 0 && !OpensItem(line) && !(Stanzas.IsLabelled(line) && (Stanzas.IsLabelled(joined[^1]) || joined[^1].Length < NarrowestWrap)))
            {
                joined[^1] += Separator(joined[^1], line) + line;
            }
            else
            {
                joined.Add(raw);
            }

            goesOn = line.Length > 0;
        }

        return [.. joined];
    }

    /// <summary>The dots between an entry and what stands at the other end of its line.</summary>
    [GeneratedRegex(@"[ \t]*(?<=\S[ \t]+)\.{4,}[ \t]+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();
}
