namespace ForumQA.Answering;

/// <summary>What tells whether the documents answer a question. All are ratios or small counts, so that they mean the same in an index of any size.</summary>
/// <remarks>Of the best sentence unless said otherwise; "share" means share of the weight of the question's terms, 0 to 1.</remarks>
internal enum AnswerabilityFeature
{
    /// <summary>Share that stands in the sentence.</summary>
    Coverage,

    /// <summary>Share that stands in it or a neighbour.</summary>
    CoverageAround,

    /// <summary>Share that stands in its passage.</summary>
    CoverageOfPassage,

    /// <summary>Share that stands in it or the title and headings.</summary>
    CoverageWithTitle,

    /// <summary>Share that stands in it with the same stem.</summary>
    ExactCoverage,

    /// <summary>Coverage over that of the passage's best sentence.</summary>
    CoverageOverBest,

    /// <summary>Share, of the terms that are neither names nor numbers, that stands in the sentence; 1 when there are none.</summary>
    PredicateFound,

    /// <summary>The same in it or a neighbour.</summary>
    PredicateFoundAround,

    /// <summary>The question names somebody or something, and nothing else of it stands in the sentence or a neighbour.</summary>
    OnlyNamesFound,

    /// <summary>Terms present over terms.</summary>
    TermsPresent,

    /// <summary>Terms present, up to six.</summary>
    TermsPresentCount,

    /// <summary>Summed rarity of the terms present.</summary>
    RarityPresent,

    /// <summary>Summed rarity of the terms missing.</summary>
    RarityMissing,

    /// <summary>Rarity of the rarest term present.</summary>
    RarestPresent,

    /// <summary>Rarity of the rarest term missing, the one that names the kind aside.</summary>
    RarestMissing,

    /// <summary>Share of the letter 4-grams of the question's terms in the passage.</summary>
    LettersInPassage,

    /// <summary>The same in the sentence.</summary>
    LettersInSentence,

    /// <summary>Share in the best of all passages.</summary>
    HighestPassageCoverage,

    /// <summary>Share in the best of all three-sentence windows.</summary>
    HighestWindowCoverage,

    /// <summary>Share in the best of all sentences.</summary>
    HighestCoverage,

    /// <summary>Neighbouring terms of the question near each other in some sentence, at best.</summary>
    HighestPairs,

    /// <summary>The same in this sentence.</summary>
    PairsNear,

    /// <summary>The same, in the same order.</summary>
    PairsInOrder,

    /// <summary>What the sentence before adds.</summary>
    AddedBefore,

    /// <summary>What the title and headings add.</summary>
    AddedByTitle,

    /// <summary>What the rest of the passage adds.</summary>
    AddedByPassage,

    /// <summary>Share in the title and headings.</summary>
    CoverageOfTitle,

    /// <summary>The best passage's score: about 1 when all of the question stands together in it.</summary>
    HighestPassageScore,

    /// <summary>The passage's score over the best passage's.</summary>
    PassageScore,

    /// <summary>Score of the second passage over the first's.</summary>
    SecondPassageScore,

    /// <summary>Score of the fifth passage over the first's.</summary>
    FifthPassageScore,

    /// <summary>The ranker's score.</summary>
    RankerScore,

    /// <summary>The ranker's probability of this sentence among all.</summary>
    RankerProbability,

    /// <summary>Lead in the ranker's score over the second sentence, at most 3.</summary>
    LeadOverSecond,

    /// <summary>Lead over the best sentence of another passage, at most 3.</summary>
    LeadOverOtherPassage,

    /// <summary>Lead over the tenth sentence, at most 6.</summary>
    LeadOverTenth,

    /// <summary>Share of the terms that stand nowhere in the index.</summary>
    Absent,

    /// <summary>The same without those that look like a word of a retrieved passage.</summary>
    AbsentAndUnlike,

    /// <summary>Absent terms over terms.</summary>
    TermsAbsent,

    /// <summary>Share of absent names.</summary>
    AbsentNames,

    /// <summary>Missing terms over terms, the one that names the kind aside.</summary>
    TermsMissing,

    /// <summary>Missing terms, up to five.</summary>
    TermsMissingCount,

    /// <summary>Share of missing terms that stand elsewhere in the passage.</summary>
    MissingButInPassage,

    /// <summary>Share of missing terms that stand elsewhere in what was retrieved of the document.</summary>
    MissingButInDocument,

    /// <summary>How common the missing terms are in the index: mean of 1 minus rarity.</summary>
    MissingCommonness,

    /// <summary>Whether the first term is missing.</summary>
    FirstTermMissing,

    /// <summary>Whether the last term is missing.</summary>
    LastTermMissing,

    /// <summary>Whether the word that names the kind asked for is present.</summary>
    FocusFound,

    /// <summary>Share of names found.</summary>
    NamesFound,

    /// <summary>Share of names neither here nor in the title.</summary>
    NamesMissing,

    /// <summary>Names missing, up to three.</summary>
    NamesMissingCount,

    /// <summary>Names missing while the sentence has another name: one may stand in place of the other.</summary>
    NamesSwapped,

    /// <summary>Share of numbers missing.</summary>
    NumbersMissing,

    /// <summary>Numbers missing while the sentence has another number.</summary>
    NumbersSwapped,

    /// <summary>Names the sentence has to offer, up to four.</summary>
    NamesOffered,

    /// <summary>Whether the sentence offers the kind of thing asked for; 1 when any will do.</summary>
    KindOffered,

    /// <summary>The same by stricter signs: 1, -1, or 0 when any will do.</summary>
    KindOfferedStrictly,

    /// <summary>The question is negated, the sentence is not.</summary>
    OnlyQuestionNegated,

    /// <summary>The sentence is negated, the question is not.</summary>
    OnlySentenceNegated,

    /// <summary>A word of the question is missing while its opposite stands in the sentence.</summary>
    Opposite,

    /// <summary>The same in a neighbour.</summary>
    OppositeNearby,

    /// <summary>A word of the question stands here with or without a prefix such as un- or non-.</summary>
    OppositePrefix,

    /// <summary>Superlatives and words such as "only" missing, up to two.</summary>
    SuperlativesMissing,

    /// <summary>Superlatives and words such as "only" found, up to two.</summary>
    SuperlativesFound,

    /// <summary>Words of order and comparison missing ("before", "than", "other", ...), up to two.</summary>
    ComparisonsMissing,

    /// <summary>Longest common subsequence with the question, stop words included, as share of its weight.</summary>
    CommonSubsequence,

    /// <summary>The same over what of the question stands in the sentence in any order.</summary>
    OrderKept,

    /// <summary>Longest run of words shared with the question, as share of its weight.</summary>
    CommonRun,

    /// <summary>Its length in words, up to six.</summary>
    CommonRunLength,

    /// <summary>Pairs of neighbouring words of the question that stand in the sentence, over all pairs.</summary>
    CommonPairs,

    /// <summary>Words from a term found to the nearest word that could be the answer, up to nine.</summary>
    DistanceToOffer,

    /// <summary>Words the question does not have, as log(1 + n).</summary>
    NewWords,

    /// <summary>Sentences among the next ten that cover as much, over ten.</summary>
    Rivals,

    /// <summary>The question is written without capital letters for names.</summary>
    WithoutCapitals,

    /// <summary>The question is in Chinese or Japanese.</summary>
    Ideographic,

    /// <summary>Cosine of the question and the best sentence; 0 where meaning does not rank, as all that follow.</summary>
    BestMeaning,

    /// <summary>Highest cosine of the question and a sentence.</summary>
    HighestMeaning,

    /// <summary>By how much that is above the mean of the ten nearest.</summary>
    MeaningLead,

    /// <summary>Cosine of the question and the passage of the best sentence.</summary>
    PassageMeaning,

    /// <summary>Highest cosine of the question and a passage.</summary>
    HighestPassageMeaning,

    /// <summary>By how much that is above the mean of the passages retrieved.</summary>
    PassageMeaningLead,

    /// <summary>Terms of the question, as log(1 + n): short questions have lower cosines.</summary>
    TermsCompared,

    /// <summary>How near the best sentence comes to the question's words, on average; 0 where no sentence was read closely, as all that follow.</summary>
    Closeness,

    /// <summary>The highest of that of any sentence read.</summary>
    HighestCloseness,

    /// <summary>By how much that is above the mean of the sentences read.</summary>
    ClosenessLead,

    /// <summary>How near the best sentence comes to the word that it comes least near to.</summary>
    FarthestWord,

    /// <summary>The same of the third of the words that it comes least near to, on average.</summary>
    FarthestWords,

    /// <summary>How near the sentences read come to the question's words, each word to the nearest of them, on average.</summary>
    ClosenessTogether,
}
