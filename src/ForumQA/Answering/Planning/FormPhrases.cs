using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>The lists of <c>question-forms.txt</c>.</summary>
internal sealed class FormPhrases
{
    private const string AnyWord = "*";

    private readonly ILookup<string, string[]> _phrases;
    private readonly ILookup<string, string> _parts;
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;

    private FormPhrases(IReadOnlyList<(string Name, string[] Words)> lines)
    {
        _phrases = Lines("phrase ").ToLookup(entry => entry.Name, entry => entry.Word.Split('_').Select(Fold).ToArray());
        _parts = Lines("part ").ToLookup(entry => entry.Name, entry => entry.Word);
        _words = lines.Where(line => !line.Name.Contains(' ', StringComparison.Ordinal))
            .ToFrozenDictionary(line => line.Name, line => line.Words.Select(Fold).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

        IEnumerable<(string Name, string Word)> Lines(string prefix) =>
            lines.Where(line => line.Name.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(line => line.Words.Select(word => (line.Name[prefix.Length..], word)));
    }

    public static FormPhrases Default { get; } = new([.. EmbeddedWordList.ReadNamed("Answering.question-forms.txt")]);

    /// <summary>Whether a list has a folded word.</summary>
    public bool Has(string list, string folded) => _words[list].Contains(folded);

    /// <summary>The words of a list.</summary>
    public FrozenSet<string> Words(string list) => _words[list];

    /// <summary>The longest phrase of a list that stands in a question, as the places of its words; null when none does.</summary>
    public Range? Find(string list, string question, IReadOnlyList<Token> words)
    {
        Range? best = null;
        foreach (var phrase in _phrases[list])
        {
            for (var i = 0; i + phrase.Length <= words.Count; i++)
            {
                if (StandsAt(phrase, words, i) && (best is null || phrase.Length > best.Value.End.Value - best.Value.Start.Value))
                {
                    best = i..(i + phrase.Length);
                }
            }
        }

        return best ?? (_parts[list].Any(part => question.Contains(part, StringComparison.Ordinal)) ? 0..0 : null);
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
