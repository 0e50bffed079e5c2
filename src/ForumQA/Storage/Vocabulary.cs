using System.Numerics;
using ForumQA.Text;

namespace ForumQA.Storage;

/// <summary>The words of one generation of an index, with a quick way to those that are spelled nearly alike.</summary>
internal sealed class Vocabulary
{
    /// <summary>Shorter words are one typing error from too many others.</summary>
    public const int ShortestWord = 3;

    private readonly IReadOnlyList<SpelledWord> _words;
    private readonly ulong[] _letters;

    /// <param name="generation">The index's generation.</param>
    /// <param name="words">Each once.</param>
    public Vocabulary(long generation, IReadOnlyList<SpelledWord> words)
    {
        Generation = generation;
        _words = words;
        _letters = [.. words.Select(word => LettersOf(word.Spelling))];
    }

    public long Generation { get; }

    /// <summary>The words within so many typing errors of a spelling.</summary>
    public IEnumerable<(SpelledWord Word, int Distance)> FindNear(string spelling, int limit)
    {
        var letters = LettersOf(spelling);
        for (var i = 0; i < _words.Count; i++)
        {
            // One error changes at most two letters of the set, so most words need no closer look.
            if (Math.Abs(_words[i].Spelling.Length - spelling.Length) <= limit && BitOperations.PopCount(_letters[i] ^ letters) <= 2 * limit)
            {
                var distance = EditDistance.Between(spelling, _words[i].Spelling, limit);
                if (distance <= limit)
                {
                    yield return (_words[i], distance);
                }
            }
        }
    }

    private static ulong LettersOf(string word)
    {
        var letters = 0UL;
        foreach (var c in word)
        {
            letters |= 1UL << (c & 63);
        }

        return letters;
    }
}

/// <summary>A word as it is spelled in the index, folded.</summary>
/// <param name="Spelling">In lower case, without diacritics.</param>
/// <param name="PassageCount">In how many passages it stands.</param>
internal readonly record struct SpelledWord(string Spelling, int PassageCount);
