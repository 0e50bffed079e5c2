using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A word of a question as it is searched for: the stems it may match and what a match is worth.</summary>
internal sealed record SearchTerm
{
    /// <summary>The word as asked.</summary>
    public required Word Word { get; init; }

    /// <summary>Whether it is written with a capital letter though it does not open the question.</summary>
    public bool IsName { get; init; }

    /// <summary>The stems to look for, the word's own first; empty when nothing in the index comes near.</summary>
    public required IReadOnlyList<WeightedStem> Stems { get; init; }

    /// <summary>Inverse document frequency of the best of them, or that of a word in no passage.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether the index holds the word as asked, in any form.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Whether it is a word of the language although no document may have it; null when there is no vocabulary to tell.</summary>
    public bool? IsOrdinary { get; init; }
}

/// <summary>A stem with what it is worth beside the word that was asked for.</summary>
/// <param name="Stem">As it is indexed.</param>
/// <param name="Value">1 for the word itself, less for corrections and synonyms.</param>
/// <param name="Grams">The character grams of the word the stem was made from.</param>
internal readonly record struct WeightedStem(string Stem, double Value, ulong[] Grams);
