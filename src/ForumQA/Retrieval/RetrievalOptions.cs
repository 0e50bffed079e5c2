using System.ComponentModel.DataAnnotations;

namespace ForumQA.Retrieval;

/// <summary>How passages are found for a question. Section <c>Retrieval</c>.</summary>
public sealed class RetrievalOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Retrieval";

    /// <summary>The most passages that can be asked for: 200.</summary>
    public const int HighestLimit = 200;

    /// <summary>Passages given back at most. Default 20.</summary>
    [Range(1, HighestLimit)]
    public int Limit { get; set; } = 20;

    /// <summary>Passages that full text proposes to the ranker; as many as are given back when those are more. Default 60.</summary>
    [Range(1, 1000)]
    public int WordCandidates { get; set; } = 60;

    /// <summary>Passages that the vectors propose to the ranker; as many as are given back when those are more. Default 40; 0 leaves the vectors out.</summary>
    [Range(0, 1000)]
    public int VectorCandidates { get; set; } = 40;

    /// <summary>What the best vector score adds to the score of a passage, where a perfect match of words has about 1. Null, the default, leaves it to the model: what was learned with its cosines for the built-in one, 0 for <c>words</c>, .25 for others. With a number the cosines are for nothing else.</summary>
    [Range(0.0, 10.0)]
    public double? VectorWeight { get; set; }

    /// <summary>Whether words of the question that no passage holds are searched as the words they resemble. Default true.</summary>
    public bool CorrectSpelling { get; set; } = true;

    /// <summary>A synonym file in the format of Solr's synonyms.txt, used in place of the one of the library. Null by default.</summary>
    public string? Synonyms { get; set; }
}
