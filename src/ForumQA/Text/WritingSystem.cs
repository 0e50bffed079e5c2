namespace ForumQA.Text;

/// <summary>A script, as the range of characters its words begin with (https://www.unicode.org/charts/).</summary>
/// <param name="First">The first character.</param>
/// <param name="Last">The last.</param>
internal readonly record struct WritingSystem(char First, char Last)
{
    private static readonly WritingSystem[] Known =
    [
        new('\u0370', '\u03ff'), // Greek
        new('\u0400', '\u052f'), // Cyrillic
        new('\u0530', '\u058f'), // Armenian
        new('\u0590', '\u05ff'), // Hebrew
        new('\u0600', '\u06ff'), // Arabic
        new('\u0900', '\u097f'), // Devanagari
        new('\u0e00', '\u0e7f'), // Thai
        new('\u10a0', '\u10ff'), // Georgian
        new('\u3040', '\u9fff'), // Chinese and Japanese
        new('\uac00', '\ud7af'), // Korean
    ];

    /// <summary>The script of a word; null for Latin, digits and what is not listed.</summary>
    public static WritingSystem? Of(string word)
    {
        foreach (var system in Known)
        {
            if (word.Length > 0 && word[0] >= system.First && word[0] <= system.Last)
            {
                return system;
            }
        }

        return null;
    }
}
