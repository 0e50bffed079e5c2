using System.Globalization;
using System.Text;

namespace ForumQA.Ingestion;

/// <summary>Makes names from outside safe to be names of files on every system.</summary>
internal static class FileNames
{
    /// <summary>What file systems take, less what temporary names add.</summary>
    private const int MaxBytes = 200;

    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The last part of a path as a plain name: no separators, control or format characters, nothing that Windows forbids, not hidden; null when no usable name is left.</summary>
    public static string? Sanitize(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var plain = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes().Where(IsPlain))
        {
            plain.Append(rune);
        }

        var safe = plain.ToString().Normalize(NormalizationForm.FormC).TrimStart('.', ' ').TrimEnd('.', ' ');
        return safe.Length == 0 || Encoding.UTF8.GetByteCount(safe) > MaxBytes || Reserved.Contains(safe.Split('.')[0].TrimEnd()) ? null : safe;
    }

    private static bool IsPlain(Rune rune) =>
        !(rune.IsAscii && "<>\"|?*".Contains((char)rune.Value, StringComparison.Ordinal))
        && rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
