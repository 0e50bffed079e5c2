using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The lists of <c>question-forms.txt</c>.</summary>
internal sealed class FormPhrases
{
    /// <summary>Among so many words stands how a question is put.</summary>
    public const int OpeningWords = 4;

    private const string AnyWord = "*";

    /// <summary>Shorter words are one typing error away from too many others.</summary>
    private const int ShortestCorrected = 5;

    private readonly ILookup<string, string[]> _phrases;
    private readonly ILookup<string, string> _parts;
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;
    private readonly FrozenDictionary<string, string> _labels;
    private readonly FrozenSet<string> _all;

    private FormPhrases(IReadOnlyList<(string Name, string[] Words)> lines)
    {
        _phrases = Lines("phrase ").ToLookup(entry => entry.Name, entry => entry.Word.Split('_').Select(Fold).ToArray());
        _parts = Lines("part ").ToLookup(entry => entry.Name, entry => entry.Word);
        _words = lines.Where(line => !line.Name.Contains(' ', StringComparison.Ordinal))
            .ToFrozenDictionary(line => line.Name, line => line.Words.Select(Fold).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

        _labels = Lines("label ").ToFrozenDictionary(entry => Fold(entry.Word), entry => entry.Name, StringComparer.Ordinal);
        _all = _phrases.SelectMany(phrase => phrase.SelectMany(words => words)).Concat(_words.Values.SelectMany(words => words)).ToFrozenSet(StringComparer.Ordinal);

        IEnumerable<(string Name, string Word)> Lines(string prefix) =>
            lines.Where(line => line.Name.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(line => line.Words.Select(word => (line.Name[prefix.Length..], word)));
    }

    public static FormPhrases Default { get; } = new([.. EmbeddedWordList.ReadNamed("Answering.question-forms.txt")]);

    /// <summary>Whether a list has a folded word.</summary>
    public bool Has(string list, string folded) => _words[list].Contains(folded);

    /// <summary>The words of a list.</summary>
    public FrozenSet<string> Words(string list) => _words[list];

    /// <summary>Whether folded words compare something.</summary>
    public bool ComparesIn(IReadOnlyCollection<string> folded) => _phrases["comparison"].Any(phrase => phrase.All(folded.Contains));

    /// <summary>The label that a word asks for or is, such as "decision" of "decided"; null when there is none.</summary>
    public string? LabelOf(string folded) => _labels.GetValueOrDefault(folded);

    /// <summary>The phrases of a list that stand in a question, as the places of their own words, without those that stand for any; null when none does.</summary>
    public IReadOnlyList<int>? Find(string list, string question, IReadOnlyList<Token> words)
    {
        var places = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            // At one place the longest is meant: "what did they discuss" before "what did".
            if (_phrases[list].Where(phrase => StandsAt(phrase, words, i)).MaxBy(phrase => phrase.Length) is { } phrase)
            {
                places.AddRange(Enumerable.Range(0, phrase.Length).Where(offset => phrase[offset] != AnyWord).Select(offset => i + offset));
                i += phrase.Length - 1;
            }
        }

        return places.Count > 0 ? places
            : _parts[list].Any(part => question.Contains(part, StringComparison.Ordinal)) ? []
            : null;
    }

    /// <summary>The word of a form that a misspelt word was meant to be; the word itself when it is known or near to none.</summary>
    /// <param name="word">A word of a question.</param>
    /// <param name="isKnown">Whether the index has a word.</param>
    public Token Correct(Token word, Func<Word, bool> isKnown)
    {
        if (CommonMisspellings.Find(word.Word) is { } common && !isKnown(word.Word))
        {
            return word with { Word = common };
        }

        var folded = word.Word.Folded;
        if (folded.Length < ShortestCorrected || word.Word.IsStopWord || _all.Contains(folded) || isKnown(word.Word))
        {
            return word;
        }

        var meant = _all.Where(form => form.Length >= ShortestCorrected && form[0] == folded[0] && EditDistance.Between(form, folded, 1) <= 1

                // "Fines" are no files: of short words only letters that changed places.
                && (folded.Length > ShortestCorrected || form.Order().SequenceEqual(folded.Order())))
            .Order(StringComparer.Ordinal).FirstOrDefault();
        return meant is null ? word : word with { Word = Tokenizer.WordOf(meant) };
    }

    private static bool StandsAt(string[] phrase, IReadOnlyList<Token> words, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= words.Count || (phrase[i] != AnyWord && phrase[i] != words[at + i].Word.Folded))
            {
                return false;
            }
        }

        return true;
    }

    private static string Fold(string word) => WordFolding.Fold(word);
}
