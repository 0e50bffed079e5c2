using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A question as sentence ranking and abstention see it.</summary>
internal sealed class QuestionProfile
{
    private static readonly HashSet<string> Negations =
        ["not", "never", "no", "without", "except", "t", "neither", "nor", "cannot", "nobody", "none", "nothing", "nicht", "kein", "keine", "nunca", "не"];

    private readonly Dictionary<string, double> _weights;
    private readonly double _stopWordWeight;

    /// <param name="question">As it was searched for.</param>
    /// <param name="text">Its words.</param>
    /// <param name="ownLength">How much of the text was asked; what follows was carried over from the conversation, and weighs half already.</param>
    public QuestionProfile(AnalyzedQuestion question, string text, int ownLength = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Words = question.Tokens;
        (Kind, var focus) = QuestionKindReader.Read(text, Words);
        IsIdeographic = Words.Any(word => word.Word.IsIdeographic);
        UsesCapitals = Words.Any(word => word.IsCapitalized) && !QuestionWords.Default.CapitalizesNouns(Words);
        FoldedWords = Words.Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        Stems = Words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        IsNegated = Words.Any(Negates);
        IsReadInPart = question.SetAside.Count > 0;
        Terms = ReadTerms(question, focus, ownLength);
        _weights = Terms.GroupBy(term => term.Word.Stem).ToDictionary(group => group.Key, group => group.First().Weight, StringComparer.Ordinal);
        _stopWordWeight = Terms.Count > 0 ? Terms.Min(term => term.Weight) / 10 : 1;
    }

    /// <summary>The question.</summary>
    public string Text { get; }

    /// <summary>All its words, stop words included.</summary>
    public IReadOnlyList<Token> Words { get; }

    /// <summary>Its words that say something, each stem once, in order.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>What it asks for.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Whether a capital letter marks a name: not in German, and not in writing without capitals.</summary>
    public bool UsesCapitals { get; }

    /// <summary>Whether it is in Chinese or Japanese, whose words are read as pairs of characters.</summary>
    public bool IsIdeographic { get; }

    public bool IsNegated { get; }

    /// <summary>Whether words were set aside because no document uses their script.</summary>
    public bool IsReadInPart { get; }

    /// <summary>The folded form of every word.</summary>
    public IReadOnlySet<string> FoldedWords { get; }

    /// <summary>The stem of every word.</summary>
    public IReadOnlySet<string> Stems { get; }

    public static bool Negates(Token word) => Negations.Contains(word.Word.Folded);

    /// <summary>What a word weighs where order counts: a term its own weight, a stop word a little.</summary>
    public double WeightOf(Token word) => _weights.TryGetValue(word.Word.Stem, out var weight) ? Math.Max(weight, _stopWordWeight) : _stopWordWeight;

    private QuestionTerm[] ReadTerms(AnalyzedQuestion question, int focus, int ownLength)
    {
        var tokens = new Dictionary<string, (Token Token, int Place)>(StringComparer.Ordinal);
        for (var i = 0; i < Words.Count; i++)
        {
            tokens.TryAdd(Words[i].Word.Folded, (Words[i], i));
        }

        // Acronyms and synonyms that were added to the search are no part of what has to be found.
        var asked = question.Terms.Where(term => tokens.ContainsKey(term.Word.Folded)).ToList();
        var total = asked.Sum(term => term.Weight);
        return [.. asked.Select(term => new QuestionTerm
        {
            Token = tokens[term.Word.Folded].Token,
            Stems = term.Stems,
            Weight = total > 0 ? term.Weight / total : 0,
            Rarity = question.HighestWeight > 0 ? term.Weight / question.HighestWeight : 0,
            IsAbsent = !term.IsKnown,
            IsOrdinary = term.IsOrdinary,
            IsName = UsesCapitals && term.IsName,
            IsFocus = tokens[term.Word.Folded].Place == focus,
            IsCarried = tokens[term.Word.Folded].Token.Start >= ownLength,
        })];
    }
}

/// <summary>A word of a question that says something.</summary>
internal sealed record QuestionTerm
{
    /// <summary>Where it stands in the question.</summary>
    public required Token Token { get; init; }

    /// <summary>The stems that match it, its own and those of corrections and synonyms.</summary>
    public required IReadOnlyList<WeightedStem> Stems { get; init; }

    /// <summary>Its share of the inverse document frequency of all the question's terms; they add up to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Its inverse document frequency over that of a word in no passage: 0 to 1.</summary>
    public required double Rarity { get; init; }

    /// <summary>Whether it stands in no passage of the index.</summary>
    public required bool IsAbsent { get; init; }

    /// <summary>Whether it is a word of the language although no document may have it; null when there is no vocabulary to tell.</summary>
    public bool? IsOrdinary { get; init; }

    /// <summary>Whether nothing in the index can have been meant by it either: it is rightly spelled, and no name, which are written in many ways.</summary>
    public bool IsNowhere => IsAbsent && Stems.Count == 0 && !IsName && IsOrdinary == true;

    public required bool IsName { get; init; }

    /// <summary>Whether it was carried over from the conversation.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Whether it names the kind of thing asked for, as "year" in "what year", so that an answer need not repeat it.</summary>
    public required bool IsFocus { get; init; }

    public Word Word => Token.Word;

    public bool IsNumber => Word.HasDigit;
}
