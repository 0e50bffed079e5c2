namespace ForumQA.Text;

/// <summary>A word as the index and the ranker know it; one instance for every spelling that was read.</summary>
/// <param name="Folded">In lower case, without diacritics; two characters for Chinese and Japanese.</param>
/// <param name="Stem">What is indexed: <see cref="Stemmer"/> says how.</param>
/// <param name="Traits">What is to be known of it besides.</param>
/// <param name="Grams">Its character grams, see <see cref="CharacterGrams"/>; none for stop words.</param>
internal sealed record Word(string Folded, string Stem, WordTraits Traits, ulong[] Grams)
{
    /// <summary>Longer runs of letters are cut off here: they are data, not words.</summary>
    public const int LongestWord = 64;

    /// <summary>Of <see cref="Folded"/>: FNV-1a, the same in every process.</summary>
    public ulong Hash { get; } = Folded.Aggregate(14695981039346656037, (hash, c) => (hash ^ c) * 1099511628211);

    public bool IsStopWord => Traits.HasFlag(WordTraits.StopWord);

    public bool HasDigit => Traits.HasFlag(WordTraits.Digit);

    public bool IsIdeographic => Traits.HasFlag(WordTraits.Ideographic);
}

/// <summary>What is to be known of a word besides its letters.</summary>
[Flags]
internal enum WordTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Says nothing about a text's subject.</summary>
    StopWord = 1,

    /// <summary>Has a digit in it.</summary>
    Digit = 2,

    /// <summary>Chinese or Japanese: two characters, or one that stands alone.</summary>
    Ideographic = 4,
}

/// <summary>A word where it stands in a text.</summary>
/// <param name="Start">In UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Word">The word.</param>
/// <param name="IsCapitalized">Whether it is written with a capital letter first.</param>
internal readonly record struct Token(int Start, int Length, Word Word, bool IsCapitalized)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;
}
