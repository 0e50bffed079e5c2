using ForumQA.Text;

namespace ForumQA.Retrieval;

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
