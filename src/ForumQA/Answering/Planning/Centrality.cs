using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Chooses the sentences that say most about a text without saying anything twice.</summary>
/// <remarks>Greedy choice of the sentence whose words are most frequent in the text, discounted once said: SumBasic (Nenkova and Vanderwende, 2005), with a bonus for opening a section.</remarks>
internal static class Centrality
{
    private const double OpeningBonus = 1.3;

    private const double OfSummary = 1.5;

    private const double OfTable = 0.5;

    /// <summary>What a sentence is worth whose section has been quoted already: a summary covers the sections before it says more of one.</summary>
    private const double SameSection = 0.4;

    private const int FewestWords = 6;

    /// <summary>The same in a text of short lines.</summary>
    private const int FewestOfLines = 3;

    /// <summary>The best sentences, best first.</summary>
    /// <param name="sentences">The text.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="weight">What else a sentence is worth, 1 when nothing.</param>
    public static IReadOnlyList<CorpusSentence> Choose(IReadOnlyList<CorpusSentence> sentences, int count, Func<CorpusSentence, double>? weight = null)
    {
        var stemsOf = sentences.Distinct().ToDictionary(sentence => sentence, sentence => Stems(sentence.Sentence));
        var weights = sentences.Distinct().ToDictionary(sentence => sentence, sentence => (weight?.Invoke(sentence) ?? 1) * WorthOf(sentence));
        var frequency = sentences.SelectMany(sentence => stemsOf[sentence]).GroupBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (double)group.Count(), StringComparer.Ordinal);
        var total = Math.Max(1, frequency.Values.Sum());
        var openings = sentences.GroupBy(sentence => (sentence.Document.Id, sentence.Heading)).Select(section => section.First()).ToHashSet();
        var fewest = sentences.Count(sentence => sentence.Sentence.Words.Count < FewestWords) * 3 > sentences.Count ? FewestOfLines : FewestWords;
        var left = sentences.Where(sentence => sentence.Sentence.Words.Count >= fewest || sentence.Sentence.Words.Exists(word => word.Word.IsIdeographic)).ToList();
        var chosen = new List<CorpusSentence>();
        var covered = new HashSet<(string Document, string Heading)>();
        while (chosen.Count < count && left.Count > 0)
        {
            var best = left.MaxBy(Score)!;
            left.Remove(best);
            if (!chosen.Exists(other => SentenceResemblance.AreDuplicates(other.Sentence, best.Sentence)))
            {
                chosen.Add(best);
                covered.Add((best.Document.Id, best.Heading));
                foreach (var stem in stemsOf[best])
                {
                    frequency[stem] *= frequency[stem] / total;
                }
            }
        }

        return chosen;

        double Score(CorpusSentence sentence)
        {
            var stems = stemsOf[sentence];
            return stems.Count == 0 ? 0
                : stems.Sum(stem => frequency[stem]) / stems.Count * (covered.Contains((sentence.Document.Id, sentence.Heading)) ? SameSection : 1) * (openings.Contains(sentence) ? OpeningBonus : 1) * weights[sentence];
        }
    }

    /// <summary>What its writer calls a summary sums it up; a row of a table, or to whom a letter is, does not.</summary>
    private static double WorthOf(CorpusSentence sentence)
    {
        var text = sentence.Sentence.Text;
        return text.Contains(" | ", StringComparison.Ordinal) || (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && FormPhrases.Default.Has("addressing", text[..colon].ToLowerInvariant())) ? OfTable
            : Tokenizer.Tokenize(sentence.Heading.Split(" › ")[^1]).Exists(word => FormPhrases.Default.Has("summing", word.Word.Folded)) ? OfSummary
            : 1;
    }

    private static HashSet<string> Stems(SentenceProfile sentence) =>
        sentence.Words.Where(word => !word.Word.IsStopWord).Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
}
