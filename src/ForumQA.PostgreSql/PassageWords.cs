using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>The words of a passage, counted.</summary>
/// <param name="Length">The stems of title, heading and text together.</param>
/// <param name="Stems">How often each is there.</param>
/// <param name="Spellings">The words as they are spelled, each once.</param>
internal sealed record PassageWords(int Length, IReadOnlyDictionary<string, int> Stems, IReadOnlyList<string> Spellings)
{
    public static PassageWords Of(PassageRows passage)
    {
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        var length = 0;
        foreach (var stem in Parts(passage.Title).Concat(Parts(passage.Heading)).Concat(Parts(passage.Body)))
        {
            stems[stem] = stems.GetValueOrDefault(stem) + 1;
            length++;
        }

        return new PassageWords(length, stems, Parts(passage.Spellings));
    }

    private static string[] Parts(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
