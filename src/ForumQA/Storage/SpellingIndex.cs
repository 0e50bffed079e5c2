using ForumQA.Text;

namespace ForumQA.Storage;

/// <summary>The words of the passages as they are spelled.</summary>
internal sealed class SpellingIndex(IConnectionSource connections, VocabularyCache cache)
{
    /// <summary>All of them. Read on first use and again when the index has changed; only questions with unknown words need it.</summary>
    public Vocabulary Load() => connections.Run(cache.Load);

    /// <summary>What is kept of the words of a passage: each once as it is spelled, parted by blanks.</summary>
    public static string Spellings(IEnumerable<Token> words) => string.Join(' ', words
        .Where(token => !token.Word.IsIdeographic && !token.Word.HasDigit && token.Word.Folded.Length >= Vocabulary.ShortestWord)
        .Select(token => token.Word.Folded)
        .Distinct(StringComparer.Ordinal));
}
