using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>A sentence, or a clause of one, as the support judge sees it.</summary>
internal sealed class Statement
{
    private const int Scope = 3;
    private const int ScopeOfNo = 8;

    private static readonly FrozenSet<string> Negations = Lexicon.Of("negation", "negating verb", "negation in claims");

    /// <summary>"No expert said that data flow": these deny all that follows.</summary>
    private static readonly FrozenSet<string> Denials = Lexicon.Of("denial");

    private static readonly FrozenSet<string> Pronouns = Lexicon.Of("pronoun", "pronoun in claims");

    private static readonly IReadOnlyList<string> Months = Lexicon.InOrder("en", "month");

    private readonly Dictionary<string, double> _credits = new(StringComparer.Ordinal);
    private readonly Dictionary<Statement, Discrepancy> _discrepancies = [];
    private ulong[][]? _grams;
    private HashSet<ulong>? _letters;

    private Statement(string text, List<Token> words, bool startsSentence)
    {
        Text = text;
        Words = words;
        Stems = Words.Select(StemOf).ToHashSet(StringComparer.Ordinal);
        Folded = Words.Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        Quantities = QuantityReader.Read(text, Words);
        Content = [.. Words.Where(IsContent).DistinctBy(StemOf)];
        IsIdeographic = Words.Exists(word => word.Word.IsIdeographic);
        UsesCapitals = text.Any(char.IsLower) && !QuestionWords.Default.CapitalizesNouns(Words);
        Names = FindNames(startsSentence);
        Subject = startsSentence && !HasNameAt(0) && Words.Count > 1 && IsContent(Words[0]) && !IsAdverb(Words[0]) && Text[Words[0].End] is not ',' && Words[0].IsCapitalized ? Words[0] : null;
        Units = Words.Select(word => QuantityReader.UnitOf(word.Word)).Concat(Quantities.Select(quantity => quantity.Unit)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        NegatedStems = FindNegated();
        HasPronoun = Words.Exists(word => Pronouns.Contains(word.Word.Folded));
    }

    public string Text { get; }

    /// <summary>All its words; their offsets point into <see cref="Text"/>.</summary>
    public List<Token> Words { get; }

    /// <summary>The stems of all words, months in full.</summary>
    public HashSet<string> Stems { get; }

    public HashSet<string> Folded { get; }

    /// <summary>Its words that say something, each stem once; numbers and units are in <see cref="Quantities"/>.</summary>
    public Token[] Content { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>Words that capitals, or letters mixed with digits, mark as names.</summary>
    public IReadOnlyList<Token> Names { get; }

    /// <summary>The first word when its capital does not tell whether it is a name: it says of whom or what the sentence speaks.</summary>
    public Token? Subject { get; }

    /// <summary>The units it has, as <c>quantities.txt</c> names them.</summary>
    public HashSet<string> Units { get; }

    /// <summary>Whether capitals mark names: not in German, nor in scripts without them.</summary>
    public bool UsesCapitals { get; }

    public bool IsIdeographic { get; }

    public bool HasPronoun { get; }

    /// <summary>For each negation, the stems of the words that it negates.</summary>
    public IReadOnlyList<string[]> NegatedStems { get; }

    /// <summary>The letter trigrams of each word of <see cref="Content"/>.</summary>
    public ulong[][] Grams => _grams ??= [.. Content.Select(word => WordSimilarity.Trigrams(word.Word.Folded))];

    /// <summary>The letter 4-grams of <see cref="Content"/>.</summary>
    public HashSet<ulong> Letters => _letters ??= [.. Content.SelectMany(word => word.Word.Grams)];

    /// <summary><see cref="Correspondence.Of"/> of a word in this sentence, found once: a source is asked for the same words again and again.</summary>
    public double CreditOf(Token word)
    {
        if (!_credits.TryGetValue(word.Word.Folded, out var credit))
        {
            _credits[word.Word.Folded] = credit = Correspondence.Of(word, this);
        }

        return credit;
    }

    /// <summary><see cref="Discrepancies"/> of this claim, found once for each source: it is quoted alone and with its neighbours.</summary>
    public Discrepancy DiscrepancyFrom(Statement source)
    {
        if (!_discrepancies.TryGetValue(source, out var discrepancy))
        {
            _discrepancies[source] = discrepancy = Discrepancies.Between(this, source);
        }

        return discrepancy;
    }

    /// <param name="text">A sentence or a clause.</param>
    /// <param name="startsSentence">Whether its first word has its capital by its place.</param>
    public static Statement Of(string text, bool startsSentence = true) => new(text, Tokenizer.Tokenize(text), startsSentence);

    /// <summary>A sentence of a passage.</summary>
    public static Statement Of(ReadSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new Statement(sentence.Text, sentence.Words, startsSentence: true);
    }

    /// <summary>The stem by which words are compared; abbreviated months are completed.</summary>
    public static string StemOf(Token word)
    {
        if (word.IsCapitalized && word.Length is >= 3 and <= 4)
        {
            foreach (var month in Months)
            {
                if (month.StartsWith(word.Word.Folded, StringComparison.Ordinal))
                {
                    return Tokenizer.WordOf(month).Stem;
                }
            }
        }

        return word.Word.Stem;
    }

    private bool IsContent(Token word) =>
        !word.Word.IsStopWord && !word.Word.Folded.All(char.IsDigit) && !Quantities.Any(quantity => quantity.Start <= word.Start && word.Start < quantity.End);

    private bool HasNameAt(int start) => Names.Any(name => name.Start == start);

    private static bool IsAdverb(Token word) => word.Word.Folded.EndsWith("ly", StringComparison.Ordinal) || word.Word.Folded.EndsWith("ing", StringComparison.Ordinal);

    private List<Token> FindNames(bool startsSentence)
    {
        var names = new List<Token>();
        for (var i = 0; i < Words.Count; i++)
        {
            var word = Words[i];
            if (!IsContent(word) || word.Word.IsIdeographic)
            {
                continue;
            }

            var hasInnerCapital = word.Length > 1 && Text.AsSpan(word.Start + 1, word.Length - 1).ContainsAnyInRange('A', 'Z');
            var isBeforeCapital = i + 1 < Words.Count && Words[i + 1].IsCapitalized && !Words[i + 1].Word.IsStopWord && Words[i + 1].Start - word.End == 1;
            var isAtStart = (i == 0 && startsSentence) || (i > 0 && Text[word.Start - 1] is '"' or '“' or '„' or '«' or '(');
            if (word.Word.HasDigit || hasInnerCapital || (word.IsCapitalized && (isBeforeCapital || (UsesCapitals && !isAtStart))))
            {
                names.Add(word);
            }
        }

        return names;
    }

    private List<string[]> FindNegated()
    {
        var negated = new List<string[]>();
        for (var i = 0; i < Words.Count; i++)
        {
            var next = i + 1 < Words.Count ? Words[i + 1].Word : null;
            if (!Negations.Contains(Words[i].Word.Folded) || next is { Folded: "only" or "doubt" } || (Words[i].Word.Folded == "no" && next is { HasDigit: true }))
            {
                continue;
            }

            negated.Add([.. Words.Skip(i + 1)
                .TakeWhile(word => !Text.AsSpan(Words[i].End, word.Start - Words[i].End).ContainsAny(",;:"))
                .Where(word => !word.Word.IsStopWord).Take(Denials.Contains(Words[i].Word.Folded) ? ScopeOfNo : Scope).Select(StemOf)]);
        }

        return negated;
    }
}
