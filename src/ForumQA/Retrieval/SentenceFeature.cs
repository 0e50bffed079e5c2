namespace ForumQA.Retrieval;

/// <summary>What sentences are ranked by. "Share" means share of the weight of the question's terms, 0 to 1.</summary>
internal enum SentenceFeature
{
    /// <summary>The passage's score over the best passage's.</summary>
    PassageScore,

    /// <summary>Share that stands in the sentence.</summary>
    Coverage,

    /// <summary>Share without the term that names the kind asked for.</summary>
    CoverageWithoutFocus,

    /// <summary>Share that stands in it or a neighbour.</summary>
    CoverageAround,

    /// <summary>Share that stands in the passage.</summary>
    CoverageOfPassage,

    /// <summary>Coverage over that of the passage's best sentence.</summary>
    CoverageOverBest,

    /// <summary>Share that stands in it with the same stem.</summary>
    ExactCoverage,

    /// <summary>Terms present over terms.</summary>
    TermsPresent,

    /// <summary>Share in the sentence after.</summary>
    CoverageAfter,

    /// <summary>Share in the sentence or the title and headings.</summary>
    CoverageWithTitle,

    /// <summary>Share in the title and headings.</summary>
    CoverageOfTitle,

    /// <summary>Share of names in it.</summary>
    NamesFound,

    /// <summary>Share of names neither in it nor in the title; half when a neighbour has them.</summary>
    NamesMissing,

    /// <summary>Share of numbers not in it.</summary>
    NumbersMissing,

    /// <summary>Whether the word that names the kind asked for stands in it.</summary>
    FocusFound,

    /// <summary>Terms that stand together in the question and near each other here.</summary>
    PairsNear,

    /// <summary>The same, in the same order.</summary>
    PairsInOrder,

    /// <summary>Words the question does not have, as log(1 + n).</summary>
    NewWords,

    /// <summary>Its words, as log(1 + n).</summary>
    Length,

    /// <summary>Whether it has fewer than eight words.</summary>
    IsShort,

    /// <summary>Its place in the passage, 0 to 1 for the seventh and later.</summary>
    Place,

    /// <summary>What the sentence before adds to one that opens with a pronoun.</summary>
    AddedBehindPronoun,

    /// <summary>What the sentence before adds.</summary>
    AddedBefore,

    /// <summary>What title and headings add.</summary>
    AddedByTitle,

    /// <summary>What the rest of the passage adds.</summary>
    AddedByPassage,

    /// <summary>Whether it is a question itself.</summary>
    IsQuestion,

    /// <summary>Asked who: has a full name.</summary>
    WhoFullName,

    /// <summary>Asked who: has a name.</summary>
    WhoName,

    /// <summary>Asked when: has a date.</summary>
    WhenDate,

    /// <summary>Asked when: has a number.</summary>
    WhenNumber,

    /// <summary>Asked where: has a name behind a preposition of place.</summary>
    WherePlace,

    /// <summary>Asked where: has a name.</summary>
    WhereName,

    /// <summary>Asked for a quantity: has a number.</summary>
    QuantityNumber,

    /// <summary>Asked for a quantity: all its numbers may be years.</summary>
    QuantityOnlyYears,

    /// <summary>Asked for a share: has a percentage.</summary>
    SharePercentage,

    /// <summary>Asked why: has words such as "because".</summary>
    WhyReason,

    /// <summary>Asked what: new words.</summary>
    WhatNewWords,

    /// <summary>Cosine of the question and the sentence; 0 where meaning does not rank, as the next two.</summary>
    Meaning,

    /// <summary>Cosine of the question and the passage.</summary>
    PassageMeaning,

    /// <summary>The passage's score with meaning less the best passage's.</summary>
    PassageLag,

    /// <summary>How near the sentence comes to the question's words, on average, read closely; 0 where it was not, and for the first ranking.</summary>
    Closeness,

    /// <summary>The same of the third of the words that it comes least near to.</summary>
    FarthestWords,
}
