using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Compares the words of a question with short texts, such as the term of a glossary, without the weights that retrieval has for long ones.</summary>
internal sealed class AskedWords
{
    /// <summary>Words that begin alike for so many letters are taken for forms of one: "accurate", "accuracy".</summary>
    private const int SharedLetters = 5;

    private readonly HashSet<string> _all;
    private readonly HashSet<string> _stems;

    /// <param name="question">The question's words.</param>
    /// <param name="form">How it is put.</param>
    public AskedWords(IReadOnlyList<Token> question, QuestionForm form)
    {
        _all = question.Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        _stems = question.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        Content = [.. question.Where(word => !word.Word.IsStopWord && !form.Has(word.Word) && !FormPhrases.Default.Has("defining", word.Word.Folded) && !FormPhrases.Default.Has("present", word.Word.Folded)).DistinctBy(word => word.Word.Folded).Select(word => word.Word)];
    }

    /// <summary>The words that say what is asked about, in order.</summary>
    public IReadOnlyList<Word> Content { get; }

    /// <summary>Whether the question has every word of a text; stop words count only where there is nothing else.</summary>
    public bool HasAllOf(string text)
    {
        var words = Tokenizer.Tokenize(text);
        var telling = words.FindAll(word => !word.Word.IsStopWord);
        return words.Count > 0 && (telling.Count > 0 ? telling : words).TrueForAll(word => _all.Contains(word.Word.Folded) || _stems.Contains(word.Word.Stem));
    }

    /// <summary>Whether a text has a word in some form.</summary>
    public static bool Has(string text, Word word) => Has(Tokenizer.Tokenize(text), word);

    /// <summary>Whether some of the words are forms of one.</summary>
    public static bool Has(List<Token> words, Word word) => words.Exists(other => AreAlike(other.Word, word));

    private static bool AreAlike(Word one, Word other) =>
        one.Stem == other.Stem
        || (one.Folded.Length > SharedLetters && other.Folded.Length > SharedLetters && one.Folded.AsSpan().CommonPrefixLength(other.Folded) is var shared
            && shared >= SharedLetters && shared >= Math.Min(one.Folded.Length, other.Folded.Length) - 3);
}
