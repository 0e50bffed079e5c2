using System.Collections.Frozen;

namespace ForumQA.Text;

/// <summary>The forms of words that the stemmer cannot bring together: "buy" and "bought".</summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, Word[]> Others = Read();

    /// <summary>The other forms of a word; empty when it has none of its own.</summary>
    /// <param name="word">The word.</param>
    public static IReadOnlyList<Word> Of(Word word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Others.GetValueOrDefault(word.Stem) ?? [];
    }

    private static FrozenDictionary<string, Word[]> Read() =>
        EmbeddedWordList.ReadLines("Text.irregular-forms.txt")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(form => Tokenizer.WordOf(form)).ToArray())
            .SelectMany(forms => forms.Select(form => (form.Stem, Others: forms.Where(other => other.Stem != form.Stem && !other.IsStopWord))))
            .GroupBy(form => form.Stem, StringComparer.Ordinal)
            .ToFrozenDictionary(forms => forms.Key, forms => forms.SelectMany(form => form.Others).DistinctBy(other => other.Stem).ToArray(), StringComparer.Ordinal);
}
