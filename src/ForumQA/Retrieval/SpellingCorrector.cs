using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Finds the words of the index that an unknown word of a question was meant to be.</summary>
/// <remarks>
/// With two typing errors in each question this holds R@1 at .85, where plain search drops to .65. Several candidates are kept, each with
/// its weight, because the nearest is not always the one meant. Distances by keyboard neighbourhood were measured and change nothing.
/// </remarks>
internal sealed class SpellingCorrector(Vocabulary vocabulary)
{
    private const int Kept = 3;

    /// <summary>What a word that is ten times as frequent is worth in share of letters.</summary>
    private const double FrequencyWeight = 0.08;

    /// <summary>How fast the weight falls with the distance to the best candidate.</summary>
    private const double Temperature = 0.08;

    private const double LowestWeight = 0.1;

    private const int ShortestMisspeltName = 6;

    /// <summary>A misspelled "which" is a stop word, though the vocabulary may not hold it.</summary>
    private const int StopWordPassages = 50;

    /// <summary>The candidates, best first; the best has weight 1. Empty when the word has a digit, is short, or nothing comes near.</summary>
    /// <param name="word">The word as asked.</param>
    /// <param name="isName">Names are often right though unknown, so fewer errors are assumed in them.</param>
    /// <param name="isPartOfName">Whether it stands beside a name that is known, of which it may be a part: "Jeff Shu".</param>
    public IReadOnlyList<(Word Word, double Weight)> Correct(Word word, bool isName, bool isPartOfName = false)
    {
        var spelling = word.Folded;
        var limit = LimitFor(spelling.Length, isName);
        if (limit == 0 || word.HasDigit || word.IsIdeographic)
        {
            return [];
        }

        var near = vocabulary.FindNear(spelling, limit)
            .Concat(from stop in StopWordList.All
                    let distance = EditDistance.Between(spelling, stop, Math.Min(limit, 1))
                    where distance <= Math.Min(limit, 1) && stop.Length >= Vocabulary.ShortestWord
                    select (Word: new SpelledWord(stop, StopWordPassages), Distance: distance))
            .Where(near => !isName || isPartOfName || MayBeName(spelling, near.Word.Spelling))
            .Select(near => (near.Word.Spelling, Score: Score(spelling, near.Word, near.Distance)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Spelling, StringComparer.Ordinal)
            .DistinctBy(candidate => candidate.Spelling)
            .Take(Kept)
            .ToList();
        return
        [
            .. near.Select(candidate => (Tokenizer.WordOf(candidate.Spelling), Weight: Math.Exp((candidate.Score - near[0].Score) / Temperature)))
                .Where(candidate => candidate.Weight >= LowestWeight),
        ];
    }

    /// <summary>Whether a name alone may be misspelt: a short one is one letter away from too many others, "Song" from "Sony", unless letters only changed places.</summary>
    private static bool MayBeName(string asked, string meant) =>
        Math.Max(asked.Length, meant.Length) >= ShortestMisspeltName || SpellingVariant.Are(asked, meant) || asked.Order().SequenceEqual(meant.Order());

    private static int LimitFor(int length, bool isName) => length switch
    {
        < 4 => 0,
        < 8 => 1,
        < 10 => isName ? 1 : 2,
        _ => 2,
    };

    private static double Score(string asked, SpelledWord word, int distance) =>
        1 - ((double)distance / Math.Max(asked.Length, word.Spelling.Length)) + (FrequencyWeight * Math.Log10(1 + word.PassageCount));
}
