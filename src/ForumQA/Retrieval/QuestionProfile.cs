namespace ForumQA.Retrieval;

/// <summary>A question as sentence ranking and abstention see it.</summary>
internal sealed class QuestionProfile
{
    private static readonly HashSet<string> Negations =
        ["not", "never", "no", "without", "except", "t", "neither", "nor", "cannot", "nobody", "none", "nothing", "nicht", "kein", "keine", "nunca", "не"];

    private QuestionProfile(string text, SentenceWord[] words, TermStatistics statistics)
    {
        Text = text;
        Words = words;
        Statistics = statistics;
        (Kind, var focus) = QuestionKindReader.Read(text, words);
        IsIdeographic = words.Any(word => word.IsIdeographic);
        UsesCapitals = words.Any(word => word.IsCapitalized) && !StopWords.LooksGerman(words.Select(word => word.Folded));
        FoldedWords = words.Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        Stems = words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        IsNegated = words.Any(word => Negations.Contains(word.Folded));
        Terms = ReadTerms(focus);
    }

    /// <summary>The question.</summary>
    public string Text { get; }

    /// <summary>All its words, stop words included.</summary>
    public IReadOnlyList<SentenceWord> Words { get; }

    /// <summary>Its words that say something, each stem once, in order.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>What it asks for.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Whether a capital letter marks a name: not in German, and not in writing without capitals.</summary>
    public bool UsesCapitals { get; }

    /// <summary>Whether it is in Chinese or Japanese, whose words are read as pairs of characters.</summary>
    public bool IsIdeographic { get; }

    public bool IsNegated { get; }

    public TermStatistics Statistics { get; }

    /// <summary>The folded form of every word.</summary>
    public IReadOnlySet<string> FoldedWords { get; }

    /// <summary>The stem of every word.</summary>
    public IReadOnlySet<string> Stems { get; }

    public static QuestionProfile Create(string question, Func<IReadOnlyCollection<string>, TermStatistics> count)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = SentenceWordReader.Read(question);
        return new QuestionProfile(question, words, count([.. words.Select(word => word.Stem).Distinct(StringComparer.Ordinal)]));
    }

    public static bool Negates(SentenceWord word) => Negations.Contains(word.Folded);

    private QuestionTerm[] ReadTerms(int focus)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var chosen = Enumerable.Range(0, Words.Count).Where(i => !Words[i].IsStopWord && seen.Add(Words[i].Stem)).ToList();
        var total = chosen.Sum(i => Statistics.InverseFrequency(Words[i].Stem));
        return [.. chosen.Select(i => new QuestionTerm
        {
            Word = Words[i],
            Weight = total > 0 ? Statistics.InverseFrequency(Words[i].Stem) / total : 0,
            Rarity = Statistics.InverseFrequency(Words[i].Stem) / Statistics.HighestInverseFrequency,
            IsAbsent = !Statistics.PassagesWith.ContainsKey(Words[i].Stem),

            // The first word of a sentence is capitalised whatever it is.
            IsName = UsesCapitals && i > 0 && Words[i].IsCapitalized,
            IsFocus = i == focus,
        })];
    }
}

/// <summary>A word of a question that says something.</summary>
internal sealed record QuestionTerm
{
    public required SentenceWord Word { get; init; }

    /// <summary>Its share of the inverse document frequency of all the question's terms; they add up to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Its inverse document frequency over that of a word in no passage: 0 to 1.</summary>
    public required double Rarity { get; init; }

    /// <summary>Whether it stands in no passage of the index.</summary>
    public required bool IsAbsent { get; init; }

    public required bool IsName { get; init; }

    /// <summary>Whether it names the kind of thing asked for, as "year" in "what year", so that an answer need not repeat it.</summary>
    public required bool IsFocus { get; init; }

    public bool IsNumber => Word.IsNumber;
}
