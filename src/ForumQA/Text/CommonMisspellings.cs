using System.Collections.Frozen;

namespace ForumQA.Text;

/// <summary>Words that put a question as people often misspell or shorten them: "wat" and "teh", which are too short to be corrected by their letters.</summary>
internal static class CommonMisspellings
{
    private static readonly FrozenDictionary<string, Word> Meant = EmbeddedWordList.ReadNamed("Text.misspellings.txt")
        .SelectMany(line => line.Words.Select(written => (Written: written, Meant: Tokenizer.WordOf(line.Name))))
        .ToFrozenDictionary(pair => pair.Written, pair => pair.Meant, StringComparer.Ordinal);

    /// <summary>What a word was meant to be; null when it is none of these.</summary>
    /// <param name="word">A word that no document has.</param>
    public static Word? Find(Word word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Meant.GetValueOrDefault(word.Folded);
    }
}
