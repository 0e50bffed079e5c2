using ForumQA.Retrieval;
using static ForumQA.Retrieval.SentenceFeature;

namespace ForumQA.Tests.Retrieval;

public sealed class SentenceFeatureTests
{
    private const string WhoSold = "Who sold salt in Lindale?";

    private static readonly Dictionary<SentenceFeature, FeatureExample> Examples = new()
    {
        [PassageScore] = new(WhoSold, new("Ada sold salt.", Score: 0.9, Others: "It rained."), new("Ada sold salt.", Score: 0.3, Others: "It rained.")),
        [Coverage] = new(WhoSold, "Ada sold salt in Lindale.", "Ada sold wool in Oskra."),
        [CoverageWithoutFocus] = new("In what year was salt sold?", "Salt was sold.", "In that year it rained."),
        [CoverageAround] = new(WhoSold, "It rained. Ada sold salt in Lindale.", "It rained. Nothing grew."),
        [CoverageOfPassage] = new(WhoSold, "It rained. Nothing grew. Ada sold salt.", "It rained. Nothing grew. Nobody slept."),
        [CoverageOverBest] = new(WhoSold, "Ada sold salt. It rained.", new("Ada sold salt. It rained.", Place: 1)),
        [ExactCoverage] = new(WhoSold, "Ada sold salt in Lindale.", "Ada sold wool in Oskra."),
        [TermsPresent] = new(WhoSold, "Ada sold salt in Lindale.", "Ada sold wool in Oskra."),
        [CoverageAfter] = new(WhoSold, "It rained. Ada sold salt.", "It rained. It snowed."),
        [CoverageWithTitle] = new(WhoSold, new("It rained.", Title: "The salt of Lindale"), "It rained."),
        [CoverageOfTitle] = new(WhoSold, new("It rained.", Title: "The salt of Lindale"), "It rained."),
        [NamesFound] = new("Who met Ada Quill in spring?", "Ada Quill came.", "The man came."),
        [NamesMissing] = new("Who met Ada Quill in spring?", "The man came.", "Ada Quill came."),
        [NumbersMissing] = new("Who came in 1921?", "Ada came.", "Ada came in 1921."),
        [FocusFound] = new("In what year was salt sold?", "In that year it rained.", "Salt was sold."),
        [PairsNear] = new("Who built the stone bridge?", "A stone bridge stood here.", "A stone lay far away from where the old and narrow bridge stood."),
        [PairsInOrder] = new("Who built the stone bridge?", "A stone bridge stood here.", "The bridge of stone stood here."),
        [NewWords] = new("Who sold salt?", "Salt, wool, timber and amber came by ship.", "Salt came."),
        [Length] = new("Who sold salt?", "Salt, wool, timber and amber came by ship.", "Salt came."),
        [IsShort] = new("Who sold salt?", "Salt came.", "Salt came here by ship in the spring of that very long year."),
        [Place] = new("Who sold salt?", new("Salt came. It rained.", Place: 1), "Salt came. It rained."),
        [AddedBehindPronoun] = new("Who sold salt?", new("Ada sold salt. He came.", Place: 1), new("Ada sold salt. Rain came.", Place: 1)),
        [AddedBefore] = new("Who sold salt?", new("Ada sold salt. Rain came.", Place: 1), new("It snowed. Rain came.", Place: 1)),
        [AddedByTitle] = new(WhoSold, new("Ada sold salt.", Title: "Lindale"), "Ada sold salt."),
        [AddedByPassage] = new(WhoSold, "Rain came. It snowed. Ada sold salt.", "Rain came. It snowed."),
        [IsQuestion] = new("Who sold salt?", "Who sold salt?", "Ada sold salt."),
        [WhoFullName] = new("Who sold salt?", "Salt was sold by Ada Quill.", "Salt was sold by Ada."),
        [WhoName] = new("Who sold salt?", "Salt was sold by Ada.", "Salt was sold here."),
        [WhenDate] = new("When was salt sold?", "Salt was sold in 1921.", "Salt was sold in 37 towns."),
        [WhenNumber] = new("When was salt sold?", "Salt was sold in 37 towns.", "Salt was sold in towns."),
        [WherePlace] = new("Where was salt sold?", "Salt was sold in Lindale.", "Salt was sold for Lindale."),
        [WhereName] = new("Where was salt sold?", "Salt was sold for Lindale.", "Salt was sold here."),
        [QuantityNumber] = new("How many towns sold salt?", "In all 37 towns sold salt.", "Towns sold salt."),
        [QuantityOnlyYears] = new("How many towns sold salt?", "In 1921 towns sold salt.", "In 1921 all 37 towns sold salt."),
        [SharePercentage] = new("What percentage of salt was sold?", "Of the salt 37% was sold.", "Of the salt 37 sacks were sold."),
        [WhyReason] = new("Why was salt sold?", "Salt was sold because it was there.", "Salt was sold there."),
        [WhatNewWords] = new("What did she sell?", "She sold amber, wool and timber.", "She did sell."),
        [Meaning] = new(WhoSold, new("Ada sold salt.", Cosine: 0.9), new("Ada sold salt.", Cosine: 0.3)),
        [PassageMeaning] = new(WhoSold, new("Ada sold salt.", Cosine: 0.5, PassageCosine: 0.9), new("Ada sold salt.", Cosine: 0.5, PassageCosine: 0.3)),
        [PassageLag] = new(WhoSold, new("Ada sold salt.", Score: 0.9, Cosine: 0.5, Others: "It rained."), new("Ada sold salt.", Score: 0.3, Cosine: 0.5, Others: "It rained.")),
        [Closeness] = new(WhoSold, new("Ada sold salt.", Cosine: 0.5, Nearness: [0.9, 0.8]), new("Ada sold salt.", Cosine: 0.5, Nearness: [0.9, 0.3])),
        [FarthestWords] = new(WhoSold, new("Ada sold salt.", Cosine: 0.5, Nearness: [0.9, 0.5, 0.5]), new("Ada sold salt.", Cosine: 0.5, Nearness: [0.9, 0.3, 0.3])),
    };

    public static TheoryData<string> Names => [.. Enum.GetNames<SentenceFeature>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_with_more_of_it_has_more_of_the_feature(string feature)
    {
        Assert.True(Examples.TryGetValue(Enum.Parse<SentenceFeature>(feature), out var example), $"{feature} has no example here: add one that fails when the feature is switched off.");

        var (more, less) = (Read(feature, example.Question, example.More), Read(feature, example.Question, example.Less));

        Assert.True(more > less, $"{feature} is {more} where there is more of it and {less} where there is less.");
    }

    private static double Read(string feature, string question, FeatureSample sample) => sample.Rank(question).Sentences
        .Single(sentence => sentence.Passage.Evidence.Passage.DocumentId == "0" && sentence.Place == sample.Place)[Enum.Parse<SentenceFeature>(feature)];
}
