using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Signs that a sentence speaks of something else than a question, or says the opposite.</summary>
internal static class Contradiction
{
    private static readonly IReadOnlyList<string> NegativePrefixes = Lexicon.InOrder("en", "negative prefix");

    private static readonly FrozenSet<string> Superlatives = Lexicon.Of("superlative");

    private static readonly FrozenSet<string> Comparisons = Lexicon.Of("comparison");

    private static readonly FrozenSet<string> Negations = Lexicon.In("en", "negation", "exception", "negating verb");

    private static readonly ILookup<string, string> Opposites = ReadPairs("Answering.antonyms.txt");

    private static readonly ILookup<string, string> MoreOpposites = ReadPairs("Answering.opposites.txt");

    public static bool IsNegated(IEnumerable<Token> words) => words.Any(word => Negations.Contains(word.Word.Folded));

    /// <summary>A word of the question does not stand in the window, but its opposite stands in the given sentences.</summary>
    public static bool HasOpposite(Question question, HashSet<string> window, HashSet<string> sentences) =>
        question.Words.Any(word => !window.Contains(word.Word.Stem) && Opposites[word.Word.Stem].Any(sentences.Contains));

    /// <summary>Whether the opposite of a word, by the list or by a prefix such as un-, is among the given ones.</summary>
    public static bool HasOppositeOf(Word word, HashSet<string> stems, HashSet<string> folded) =>
        Opposites[word.Stem].Any(stems.Contains)
        || MoreOpposites[word.Stem].Any(stems.Contains)
        || (!word.IsStopWord && word.Folded.Length > 4 && NegativePrefixes.Any(prefix =>
            folded.Contains(prefix + word.Folded)
            || (word.Folded.Length > prefix.Length + 3 && word.Folded.StartsWith(prefix, StringComparison.Ordinal) && folded.Contains(word.Folded[prefix.Length..]))));

    /// <summary>A word of the question does not stand in the window, but stands there with or without a prefix such as un-.</summary>
    public static bool HasOppositePrefix(Question question, HashSet<string> window) =>
        question.Words.Any(word =>
            !word.Word.IsStopWord && word.Word.Folded.Length > 4 && !window.Contains(word.Word.Folded)
            && NegativePrefixes.Any(prefix =>
                window.Contains(prefix + word.Word.Folded)
                || (word.Word.Folded.StartsWith(prefix, StringComparison.Ordinal) && window.Contains(word.Word.Folded[prefix.Length..]))));

    /// <summary>Superlatives and words such as "only" in the question: how many the sentence lacks, how many it has.</summary>
    public static (int Missing, int Found) CountSuperlatives(Question question, HashSet<string> sentence)
    {
        var words = question.Words.Select(word => word.Word.Folded)
            .Where(word => Superlatives.Contains(word) || (word.Length > 5 && word.EndsWith("est", StringComparison.Ordinal)))
            .ToList();
        var found = words.Count(sentence.Contains);
        return (words.Count - found, found);
    }

    public static int CountMissingComparisons(Question question, HashSet<string> sentence) =>
        question.FoldedWords.Count(word => Comparisons.Contains(word) && !sentence.Contains(word));

    private static ILookup<string, string> ReadPairs(string list) => EmbeddedWordList.ReadLines(list)
        .Select(line => line.Split(' ').Select(word => Tokenizer.Tokenize(word)[0].Word.Stem).ToArray())
        .SelectMany(pair => new[] { (From: pair[0], To: pair[1]), (From: pair[1], To: pair[0]) })
        .ToLookup(pair => pair.From, pair => pair.To);
}
