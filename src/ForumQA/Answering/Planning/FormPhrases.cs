using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The lists of <c>question-forms.txt</c>.</summary>
internal sealed class FormPhrases
{
    private const string AnyWord = "*";

    /// <summary>Shorter words are one typing error away from too many others.</summary>
    private const int ShortestCorrected = 5;

    private readonly ILookup<string, string[]> _phrases;
    private readonly ILookup<string, string> _parts;
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;
    private readonly FrozenSet<string> _all;

    private FormPhrases(IReadOnlyList<(string Name, string[] Words)> lines)
    {
        _phrases = Lines("phrase ").ToLookup(entry => entry.Name, entry => entry.Word.Split('_').Select(Fold).ToArray());
        _parts = Lines("part ").ToLookup(entry => entry.Name, entry => entry.Word);
        _words = lines.Where(line => !line.Name.Contains(' ', StringComparison.Ordinal))
            .ToFrozenDictionary(line => line.Name, line => line.Words.Select(Fold).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

        _all = _phrases.SelectMany(phrase => phrase.SelectMany(words => words)).Concat(_words.Values.SelectMany(words => words)).ToFrozenSet(StringComparer.Ordinal);

        IEnumerable<(string Name, string Word)> Lines(string prefix) =>
            lines.Where(line => line.Name.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(line => line.Words.Select(word => (line.Name[prefix.Length..], word)));
    }

    public static FormPhrases Default { get; } = new([.. EmbeddedWordList.ReadNamed("Answering.question-forms.txt")]);

    /// <summary>Whether a list has a folded word.</summary>
    public bool Has(string list, string folded) => _words[list].Contains(folded);

    /// <summary>The words of a list.</summary>
    public FrozenSet<string> Words(string list) => _words[list];

    /// <summary>The longest phrase of a list that stands in a question, as the places of its own words, without those that stand for any; null when none does.</summary>
    public IReadOnlyList<int>? Find(string list, string question, IReadOnlyList<Token> words)
    {
        (int At, string[] Phrase)? best = null;
        foreach (var phrase in _phrases[list])
        {
            for (var i = 0; i + phrase.Length <= words.Count; i++)
            {
                if (StandsAt(phrase, words, i) && (best is null || phrase.Length > best.Value.Phrase.Length))
                {
                    best = (i, phrase);
                }
            }
        }

        return best is { } found ? [.. Enumerable.Range(0, found.Phrase.Length).Where(i => found.Phrase[i] != AnyWord).Select(i => found.At + i)]
            : _parts[list].Any(part => question.Contains(part, StringComparison.Ordinal)) ? []
            : null;
    }

    /// <summary>The word of a form that a misspelt word was meant to be; the word itself when it is known or near to none.</summary>
    /// <param name="word">A word of a question.</param>
    /// <param name="isKnown">Whether the index has a word.</param>
    public Token Correct(Token word, Func<Word, bool> isKnown)
    {
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
            if (phrase[i] != AnyWord && phrase[i] != words[at + i].Word.Folded)
            {
                return false;
            }
        }

        return true;
    }

    private static string Fold(string word) => WordFolding.Fold(word);
}
