using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A question, read once: its words, what is searched for, and what an answer has to have. Safe for use by many threads.</summary>
internal sealed class Question
{
    private static readonly FrozenSet<string> Negations = Lexicon.Of("negation", "exception");

    private readonly Dictionary<string, double> _weights;
    private readonly double _stopWordWeight;

    /// <param name="text">The question.</param>
    /// <param name="words">All its words.</param>
    /// <param name="searched">What is searched for, in the order of the question, each stem once; what was added for acronyms and synonyms comes last.</param>
    /// <param name="highestWeight">The weight of a word that stands in no passage: the most a term can have.</param>
    /// <param name="ownLength">How much of the text was asked; what follows was carried over from the conversation, and weighs half already.</param>
    /// <param name="setAside">Words in a script that no document uses, where others were found: they cannot match, so nothing can be told from them.</param>
    public Question(
        string text,
        IReadOnlyList<Token> words,
        IReadOnlyList<SearchTerm> searched,
        double highestWeight,
        int ownLength = int.MaxValue,
        IReadOnlyCollection<Token>? setAside = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(searched);
        Text = text;
        Words = setAside is { Count: > 0 } ? [.. words.Except(setAside)] : words;
        IsReadInPart = Words.Count < words.Count;
        Asked = QuestionKindReader.Read(text, Words);
        IsIdeographic = Words.Any(word => word.Word.IsIdeographic);
        UsesCapitals = Words.Any(word => word.IsCapitalized) && !QuestionWords.Default.CapitalizesNouns(Words);
        FoldedWords = Words.Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        Stems = Words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        Searched = new SearchedTerms(searched);
        Terms = ReadTerms(searched, highestWeight, ownLength);
        _weights = Terms.GroupBy(term => term.Word.Stem).ToDictionary(group => group.Key, group => group.First().Weight, StringComparer.Ordinal);
        _stopWordWeight = Terms.Count > 0 ? Terms.Min(term => term.Weight) / 10 : 1;
    }

    /// <summary>The question.</summary>
    public string Text { get; }

    /// <summary>The question with the likeliest corrections in it; what is embedded.</summary>
    public string CorrectedText { get => field ?? Text; init; }

    /// <summary>Words that were taken for others.</summary>
    public IReadOnlyList<SpellingCorrection> Corrections { get; init; } = [];

    /// <summary>All its words that can be read, stop words included.</summary>
    public IReadOnlyList<Token> Words { get; }

    /// <summary>What is searched for, for matching against passages.</summary>
    public SearchedTerms Searched { get; }

    /// <summary>Its words that say something, each stem once, in order: what an answer has to have.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>What it asks for.</summary>
    public AskedThing Asked { get; }

    /// <summary>What kind of thing it asks for.</summary>
    public AnswerKind Kind => Asked.Kind;

    /// <summary>Whether a capital letter marks a name: not in German, and not in writing without capitals.</summary>
    public bool UsesCapitals { get; }

    /// <summary>Whether it is in Chinese or Japanese, whose words are read as pairs of characters.</summary>
    public bool IsIdeographic { get; }

    /// <summary>Whether words were set aside because no document uses their script.</summary>
    public bool IsReadInPart { get; }

    /// <summary>The folded form of every word.</summary>
    public IReadOnlySet<string> FoldedWords { get; }

    /// <summary>The stem of every word.</summary>
    public IReadOnlySet<string> Stems { get; }

    public static bool Negates(Token word) => Negations.Contains(word.Word.Folded);

    /// <summary>What a word weighs where order counts: a term its own weight, a stop word a little.</summary>
    public double WeightOf(Token word) => _weights.TryGetValue(word.Word.Stem, out var weight) ? Math.Max(weight, _stopWordWeight) : _stopWordWeight;

    private QuestionTerm[] ReadTerms(IReadOnlyList<SearchTerm> searched, double highestWeight, int ownLength)
    {
        var tokens = new Dictionary<string, (Token Token, int Place)>(StringComparer.Ordinal);
        for (var i = 0; i < Words.Count; i++)
        {
            tokens.TryAdd(Words[i].Word.Folded, (Words[i], i));
        }

        // Acronyms and synonyms that were added to the search are no part of what has to be found.
        var asked = searched.Where(term => tokens.ContainsKey(term.Word.Folded)).ToList();
        var total = asked.Sum(term => term.Weight);
        return [.. asked.Select(term => new QuestionTerm
        {
            Token = tokens[term.Word.Folded].Token,
            Stems = term.Stems,
            Weight = total > 0 ? term.Weight / total : 0,
            Rarity = highestWeight > 0 ? term.Weight / highestWeight : 0,
            IsAbsent = !term.IsKnown,
            IsOrdinary = term.IsOrdinary,
            IsName = UsesCapitals && term.IsName,
            IsFocus = tokens[term.Word.Folded].Place == Asked.Focus,
            IsCarried = tokens[term.Word.Folded].Token.Start >= ownLength,
        })];
    }
}

/// <summary>A word of the question that no passage holds, with what was searched for in its place.</summary>
/// <param name="Asked">As asked.</param>
/// <param name="Used">The likeliest word of the index, folded.</param>
internal readonly record struct SpellingCorrection(string Asked, string Used);
