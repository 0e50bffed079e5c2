using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A question as retrieval sees it.</summary>
internal sealed record AnalyzedQuestion
{
    /// <summary>All its words that can be read, stop words included.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>What is searched for, in the order of the question, each stem once; what was added for acronyms and synonyms comes last.</summary>
    public required IReadOnlyList<SearchTerm> Terms { get; init; }

    /// <summary>The question with the likeliest corrections in it; what is embedded.</summary>
    public required string CorrectedText { get; init; }

    /// <summary>Words that were taken for others, as asked.</summary>
    public required IReadOnlyList<SpellingCorrection> Corrections { get; init; }

    /// <summary>Words in a script that no document uses, where others were found: they cannot match, so nothing can be told from them.</summary>
    public IReadOnlyList<Token> SetAside { get; init; } = [];

    /// <summary>The weight of a word that stands in no passage: the most a term can have.</summary>
    public required double HighestWeight { get; init; }

    /// <summary>What a passage has to offer to answer it.</summary>
    public required ExpectedAnswer Expected { get; init; }
}

/// <summary>A word of the question that no passage holds, with what was searched for in its place.</summary>
/// <param name="Asked">As asked.</param>
/// <param name="Used">The likeliest word of the index, folded.</param>
internal readonly record struct SpellingCorrection(string Asked, string Used);
