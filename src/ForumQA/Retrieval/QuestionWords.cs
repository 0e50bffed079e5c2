using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>The words of <c>question-words.txt</c>.</summary>
internal sealed class QuestionWords
{
    private QuestionWords(IEnumerable<(string Name, string[] Words)> lines)
    {
        var lists = lines.ToLookup(line => line.Name, line => line.Words);
        Asking = Kinds("ask ", Fold).GroupBy(pair => pair.Word)
            .ToFrozenDictionary(group => group.Key, group => group.First().Kind);
        Nouns = Kinds("noun ", Fold).ToFrozenDictionary(pair => pair.Word, pair => pair.Kind);
        Parts = [.. Kinds("part ", word => word)];
        Measures = Set("measure");
        Many = Set("many");
        Much = Set("much");
        _wordsOfCapitalizedNouns = Set("capitalized nouns");

        IEnumerable<(string Word, AnswerKind Kind)> Kinds(string prefix, Func<string, string> fold) =>
            from kind in lists
            where kind.Key.StartsWith(prefix, StringComparison.Ordinal)
            from word in kind.SelectMany(words => words)
            select (fold(word), Enum.Parse<AnswerKind>(kind.Key[prefix.Length..], ignoreCase: true));

        FrozenSet<string> Set(string name) => lists[name].SelectMany(words => words).Select(word => Fold(word)).ToFrozenSet();
    }

    private readonly FrozenSet<string> _wordsOfCapitalizedNouns;

    public static QuestionWords Default { get; } = new(EmbeddedWordList.ReadNamed("Retrieval.question-words.txt"));

    /// <summary>Question words of languages written with spaces.</summary>
    public FrozenDictionary<string, AnswerKind> Asking { get; }

    /// <summary>Nouns that say what "what" or "which" asks for.</summary>
    public FrozenDictionary<string, AnswerKind> Nouns { get; }

    /// <summary>Question words of languages written without spaces, the more telling first.</summary>
    public IReadOnlyList<(string Word, AnswerKind Kind)> Parts { get; }

    /// <summary>Words after "how" that ask for a measure.</summary>
    public FrozenSet<string> Measures { get; }

    public FrozenSet<string> Many { get; }

    public FrozenSet<string> Much { get; }

    /// <summary>Whether a question is in a language that writes all nouns with a capital letter: two words of it tell.</summary>
    public bool CapitalizesNouns(IEnumerable<Token> question) =>
        question.Count(word => _wordsOfCapitalizedNouns.Contains(word.Word.Folded)) >= 2;

    private static string Fold(string word) => WordFolding.Fold(word);
}
