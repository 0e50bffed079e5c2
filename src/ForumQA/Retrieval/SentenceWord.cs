namespace ForumQA.Retrieval;

/// <summary>A word as sentence ranking and abstention compare it.</summary>
/// <param name="Start">Where it starts in the text that was read, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Folded">In lower case, without diacritics; two characters for Chinese and Japanese.</param>
/// <param name="Stem">As full text knows it.</param>
/// <param name="Traits">What is to be known of it besides.</param>
internal readonly record struct SentenceWord(int Start, int End, string Folded, string Stem, WordTraits Traits)
{
    public bool IsStopWord => Traits.HasFlag(WordTraits.StopWord);

    public bool IsNumber => Traits.HasFlag(WordTraits.Number);

    public bool IsCapitalized => Traits.HasFlag(WordTraits.Capitalized);

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

    /// <summary>Starts with a digit.</summary>
    Number = 2,

    /// <summary>Starts with a capital letter.</summary>
    Capitalized = 4,

    /// <summary>A pair of Chinese or Japanese characters.</summary>
    Ideographic = 8,
}
