using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Finds the numbers of a text, in digits and in words, with multipliers and units: <c>quantities.txt</c> lists their words.</summary>
internal static partial class QuantityReader
{
    private const int FurthestUnit = 3;

    private static readonly Dictionary<string, double> Numbers = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, double> Multipliers = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Vague = Lexicon.Of("vague number");

    private static readonly FrozenSet<string> Hedges = Lexicon.Of("before a rough number");

    private static readonly FrozenSet<string> Endings = Lexicon.Of("ending of an ordinal", "ending of a number");

    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['%'] = "percent",
        ['％'] = "percent",
        ['$'] = "dollar",
        ['€'] = "euro",
        ['£'] = "pound",
        ['¥'] = "yuan",
        ['₽'] = "rouble",
        ['₹'] = "rupee",
    };

    static QuantityReader()
    {
        foreach (var (name, words) in EmbeddedWordList.ReadNamed("Answering.quantities.txt"))
        {
            foreach (var word in words.Select(word => WordFolding.Fold(word)))
            {
                switch (name[0])
                {
                    case '=':
                        Numbers[word] = double.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
                        break;
                    case '*':
                        Multipliers[word] = double.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
                        break;
                    default:
                        Units[word] = name;
                        break;
                }
            }
        }
    }

    /// <summary>The unit that a word names, as <c>quantities.txt</c> calls it; null when it names none.</summary>
    public static string? UnitOf(Word word) => Units.GetValueOrDefault(word.Folded);

    /// <summary>The numbers of a text: those in digits in their order, then those in words in theirs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    public static IReadOnlyList<Quantity> Read(string text, List<Token> words)
    {
        var found = new List<Quantity>();
        foreach (Match match in Digits().Matches(text))
        {
            var next = words.FindIndex(word => word.Start >= match.Index + match.Length);
            var suffix = match.Groups["suffix"].Value;
            if (suffix.Length > 0 && !Multipliers.ContainsKey(suffix) && !Units.ContainsKey(suffix) && !Endings.Contains(suffix))
            {
                continue;
            }

            var readings = ReadDigits(match.Groups["number"].Value);
            foreach (var values in readings)
            {
                found.Add(Complete(text, words, values, match.Index, match.Index + match.Length, suffix, next < 0 ? words.Count : next, isVague: false));
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (Numbers.TryGetValue(words[i].Word.Folded, out var value))
            {
                var isVague = Vague.Contains(words[i].Word.Folded);
                var first = i;
                if (value is >= 20 and < 100 && i + 1 < words.Count && Numbers.TryGetValue(words[i + 1].Word.Folded, out var ones) && ones < 10)
                {
                    value += ones;
                    i++;
                }

                found.Add(Complete(text, words, [value], words[first].Start, words[i].End, "", i + 1, isVague));
            }
        }

        return found;
    }

    private static Quantity Complete(string text, List<Token> words, double[] values, int start, int end, string suffix, int next, bool isVague)
    {
        var multiplier = Multipliers.GetValueOrDefault(suffix, 1);
        while (next < words.Count && text[end..Math.Max(end, words[next].Start)].Trim(' ', '-', '\u00a0').Length == 0 && MultiplierOf(text, words[next]) is > 1 and var more)
        {
            multiplier *= more;
            end = words[next].Word.IsIdeographic ? words[next].Start + 1 : words[next].End;
            next++;
        }

        var unit = Units.GetValueOrDefault(suffix) ?? SymbolBeside(text, start, end);
        for (var i = next; unit is null && i < words.Count && i < next + FurthestUnit && words[i].Start - end <= 3; i++)
        {
            unit = Units.GetValueOrDefault(words[i].Word.Folded)
                ?? (words[i].Word.Folded == "per" && i + 1 < words.Count && words[i + 1].Word.Folded == "cent" ? "percent" : null);
            end = unit is null ? end : words[i].End;
        }

        var before = words.FindLast(word => word.End <= start);
        return new Quantity(
            [.. values.Select(value => value * multiplier)], unit, before.Word is not null && Hedges.Contains(before.Word.Folded), isVague && unit is null && multiplier == 1, start, end);
    }

    private static double MultiplierOf(string text, Token word) =>
        word.Word.IsIdeographic ? Multipliers.GetValueOrDefault(text[word.Start].ToString(), 1) : Multipliers.GetValueOrDefault(word.Word.Folded, 1);

    private static string? SymbolBeside(string text, int start, int end)
    {
        var after = end < text.Length && text[end] is ' ' or '\u00a0' or '\u202f' ? end + 1 : end;
        var before = start > 0 && text[start - 1] is ' ' or '\u00a0' ? start - 2 : start - 1;
        return after < text.Length && Symbols.TryGetValue(text[after], out var unit) ? unit
            : before >= 0 && text[before] is not ('%' or '％') && Symbols.TryGetValue(text[before], out unit) ? unit
            : null;
    }

    /// <summary>The numbers that a run of digits and separators stands for, each with its readings.</summary>
    private static IEnumerable<double[]> ReadDigits(string digits)
    {
        var number = digits.Replace("\u00a0", "").Replace("\u202f", "").Replace("’", "").Replace("'", "");
        var (commas, stops) = (number.Count(c => c == ','), number.Count(c => c == '.'));
        var last = number.LastIndexOfAny([',', '.']);
        var endsInThree = last >= 0 && number.Length - last == 4;
        if (commas + stops == 0)
        {
            return [[Parse(number)]];
        }

        if (commas > 0 && stops > 0)
        {
            var decimalMark = number[last];
            return [[Parse(number.Replace(decimalMark == '.' ? "," : ".", "").Replace(decimalMark, '.'))]];
        }

        if (commas + stops > 1)
        {
            // A date or a version number is several numbers.
            return Groups().IsMatch(number) ? [[Parse(number.Replace(",", "").Replace(".", ""))]] : [.. number.Split(',', '.').Select(part => new[] { Parse(part) })];
        }

        return (commas, endsInThree) switch
        {
            (1, true) => [[Parse(number.Replace(",", ""))]],
            (1, false) => [[Parse(number.Replace(',', '.'))]],
            (_, true) => [[Parse(number), Parse(number.Replace(".", ""))]],
            _ => [[Parse(number)]],
        };
    }

    private static double Parse(string digits) => double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\p{Lu}\p{Ll}\p{Nd}])(?<number>[0-9]+(?:[.,\u00a0\u202f’'][0-9]+)*)(?<suffix>[a-z]{0,8}(?![\p{Lu}\p{Nd}]))", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[0-9]{1,3}([.,][0-9]{3})+$")]
    private static partial Regex Groups();
}
