using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ForumQA.Ingestion;

/// <summary>Counts the items of the lists of a Word document, whose numbers stand nowhere in it.</summary>
internal sealed class WordNumbering(MainDocumentPart main)
{
    /// <summary>Word has nine levels.</summary>
    private const int Levels = 9;

    private const int Letters = 26;

    private readonly Dictionary<int, int?[]> _counted = [];
    private readonly HashSet<int> _begun = [];

    /// <summary>The marker of the next item: "3.", "c." or a dash.</summary>
    /// <param name="list">The id of the list.</param>
    /// <param name="level">How deep the item stands, from 0.</param>
    public string Next(int list, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var instance = numbering?.Elements<NumberingInstance>().FirstOrDefault(one => one.NumberID?.Value == list);
        var kind = instance?.AbstractNumId?.Val?.Value;
        var own = instance?.Elements<LevelOverride>().FirstOrDefault(one => one.LevelIndex?.Value == level);
        var format = own?.Level ?? numbering?.Elements<AbstractNum>().FirstOrDefault(one => one.AbstractNumberId?.Value == kind)?.Elements<Level>().FirstOrDefault(one => one.LevelIndex?.Value == level);
        if (kind is not { } key || format?.NumberingFormat?.Val?.Value is not { } shape || shape == NumberFormatValues.Bullet || shape == NumberFormatValues.None)
        {
            return "-";
        }

        // Lists of one kind go on counting unless they say where they begin.
        var counted = _counted.TryGetValue(key, out var earlier) ? earlier : _counted[key] = new int?[Levels];
        if (_begun.Add(list) && own?.StartOverrideNumberingValue?.Val?.Value is { } start)
        {
            counted[level] = start - 1;
        }

        var number = counted[level] is { } last ? last + 1 : format.StartNumberingValue?.Val?.Value ?? 1;
        counted[level] = number;
        Array.Fill(counted, null, level + 1, Levels - level - 1);
        return shape == NumberFormatValues.LowerLetter && number is > 0 and <= Letters ? $"{(char)('a' + number - 1)}."
            : shape == NumberFormatValues.UpperLetter && number is > 0 and <= Letters ? $"{(char)('A' + number - 1)}."
            : string.Create(CultureInfo.InvariantCulture, $"{number}.");
    }
}
