using ForumQA.Answering;
using ForumQA.Tests.Retrieval;
using static ForumQA.Answering.AnswerabilityFeature;

namespace ForumQA.Tests.Answering;

public sealed class AnswerabilityFeatureTests
{
    private const string WhoSold = "Who sold salt in Lindale?";
    private const string All = "Ada sold salt in Lindale.";
    private const string Part = "Ada sold wool in Oskra.";
    private const string Ordered = "Ada sold salt to Lindale.";
    private const string Disordered = "To Lindale salt Ada sold.";

    private static readonly string[] Five = ["b", "c", "d", "e"];

    private static readonly Dictionary<AnswerabilityFeature, FeatureExample> Examples = new()
    {
        [Coverage] = new(WhoSold, All, Part),
        [CoverageAround] = new(WhoSold, "Ada sold salt. It was in Lindale.", "Ada sold salt. It was in Oskra."),
        [CoverageOfPassage] = new(WhoSold, All, Part),
        [CoverageWithTitle] = new(WhoSold, new("Ada sold salt.", Title: "Lindale"), "Ada sold salt."),
        [ExactCoverage] = new(WhoSold, All, Part),
        [CoverageOverBest] = new(WhoSold, All, "It rained."),
        [PredicateFound] = new("Where was Ada Quill born?", "Ada Quill was born.", "Ada Quill came."),
        [PredicateFoundAround] = new("Where was Ada Quill born?", "Ada Quill came. She was born there.", "Ada Quill came. She slept there."),
        [OnlyNamesFound] = new("Where was Ada Quill born?", "Ada Quill came.", "Ada Quill was born."),
        [TermsPresent] = new(WhoSold, All, Part),
        [TermsPresentCount] = new(WhoSold, All, Part),
        [RarityPresent] = new(WhoSold, All, Part),
        [RarityMissing] = new(WhoSold, Part, All),
        [RarestPresent] = new(WhoSold, All, "It rained."),
        [RarestMissing] = new(WhoSold, Part, All),
        [LettersInPassage] = new(WhoSold, All, Part),
        [LettersInSentence] = new(WhoSold, All, Part),
        [HighestPassageCoverage] = new(WhoSold, All, Part),
        [HighestWindowCoverage] = new(WhoSold, All, Part),
        [HighestCoverage] = new(WhoSold, All, Part),
        [HighestPairs] = new("Who built the stone bridge?", "A stone bridge stood here.", "A stone lay far away from where the old and narrow bridge stood."),
        [PairsNear] = new("Who built the stone bridge?", "A stone bridge stood here.", "A stone lay far away from where the old and narrow bridge stood."),
        [PairsInOrder] = new("Who built the stone bridge?", "A stone bridge stood here.", "The bridge of stone stood here."),
        [AddedBefore] = new(WhoSold, "Ada lived in Lindale. She sold salt.", "Ada lived in Oskra. She sold salt."),
        [AddedByTitle] = new(WhoSold, new("Ada sold salt.", Title: "Lindale"), "Ada sold salt."),
        [AddedByPassage] = new(WhoSold, "She sold salt. It rained. Lindale slept.", "She sold salt. It rained. Oskra slept."),
        [CoverageOfTitle] = new(WhoSold, new("Ada sold salt.", Title: "Lindale"), "Ada sold salt."),
        [HighestPassageScore] = new(WhoSold, new(All, Score: 0.9), new(All, Score: 0.4)),
        [PassageScore] = new(WhoSold, new(All, Score: 0.9, Others: "It rained."), new(All, Score: 0.4, Others: "It rained.")),
        [SecondPassageScore] = new(WhoSold, new(All, Others: "It rained."), All),
        [FifthPassageScore] = new(WhoSold, new(All, Others: Five), new(All, Others: "It rained.")),
        [RankerScore] = new(WhoSold, All, Part),
        [RankerProbability] = new(WhoSold, All, new(All, Others: "Tom sold salt in Lindale.")),
        [LeadOverSecond] = new(WhoSold, new(All, Others: "It rained."), new(All, Others: "Tom sold salt in Lindale.")),
        [LeadOverOtherPassage] = new(WhoSold, new(All, Others: "It rained."), new(All, Others: "Tom sold salt in Lindale.")),
        [LeadOverTenth] = new(WhoSold, new(All, Others: "It rained."), new(All, Others: "Tom sold salt in Lindale.")),
        [Absent] = new(WhoSold, Part, All),
        [AbsentAndUnlike] = new(WhoSold, Part, All),
        [TermsAbsent] = new(WhoSold, Part, All),
        [AbsentNames] = new(WhoSold, Part, All),
        [TermsMissing] = new(WhoSold, Part, All),
        [TermsMissingCount] = new(WhoSold, Part, All),
        [MissingButInPassage] = new(WhoSold, "She sold salt. It rained. Lindale slept.", "She sold salt. It rained. Oskra slept."),
        [MissingButInDocument] = new(WhoSold, "She sold salt. It rained. Lindale slept.", "She sold salt. It rained. Oskra slept."),
        [MissingCommonness] = new(WhoSold, new("She sold salt.", Others: ["Lindale slept.", "Lindale woke."]), new("She sold salt.", Others: ["Oskra slept.", "Oskra woke."])),
        [FirstTermMissing] = new("Who sold salt?", "There was salt.", "Ada sold it."),
        [LastTermMissing] = new("Who sold salt?", "Ada sold it.", "There was salt."),
        [FocusFound] = new("In what year was salt sold?", "In that year salt was sold.", "Salt was sold."),
        [NamesFound] = new("Who met Ada Quill?", "Tom met Ada Quill.", "Tom met her."),
        [NamesMissing] = new("Who met Ada Quill?", "Tom met her.", "Tom met Ada Quill."),
        [NamesMissingCount] = new("Who met Ada Quill?", "Tom met her.", "Tom met Ada Quill."),
        [NamesSwapped] = new("Who met Ada Quill?", "They met Rosa Klein.", "They met her."),
        [NumbersMissing] = new("Who came in 1921?", "Ada came.", "Ada came in 1921."),
        [NumbersSwapped] = new("Who came in 1921?", "Ada came in 1930.", "Ada came."),
        [NamesOffered] = new("Who sold salt?", "There Ada Quill and Tom Birch sold salt.", "They sold salt."),
        [KindOffered] = new("When was salt sold?", "Salt was sold in 1921.", "Salt was sold there."),
        [KindOfferedStrictly] = new("Who sold salt?", "Salt was sold by Ada Quill.", "Salt was sold by Ada."),
        [OnlyQuestionNegated] = new("Who never sold salt?", "Ada sold salt.", "Ada never sold salt."),
        [OnlySentenceNegated] = new("Who sold salt?", "Ada never sold salt.", "Ada sold salt."),
        [Opposite] = new("Why did prices increase?", "Prices decrease in spring.", "Prices stay in spring."),
        [OppositeNearby] = new("Why did prices increase?", "Prices were high. They decrease in spring.", "Prices were high. They stay in spring."),
        [OppositePrefix] = new("Which towns were friendly?", "The towns were unfriendly.", "The towns were far."),
        [SuperlativesMissing] = new("Who sold the largest boat?", "Ada sold a boat.", "Ada sold the largest boat."),
        [SuperlativesFound] = new("Who sold the largest boat?", "Ada sold the largest boat.", "Ada sold a boat."),
        [ComparisonsMissing] = new("Who came before Ada?", "Tom met Ada.", "Tom came before Ada."),
        [CommonSubsequence] = new("Who sold salt to Lindale?", Ordered, Disordered),
        [OrderKept] = new("Who sold salt to Lindale?", Ordered, Disordered),
        [CommonRun] = new("Who sold salt to Lindale?", Ordered, Disordered),
        [CommonRunLength] = new("Who sold salt to Lindale?", Ordered, Disordered),
        [CommonPairs] = new("Who sold salt to Lindale?", Ordered, Disordered),
        [DistanceToOffer] = new("When was salt sold?", "Salt was brought to many towns by the ships of 1921.", "Salt of 1921 was brought to many towns by ships."),
        [NewWords] = new("Who sold salt?", "Ada sold salt, wool, timber and amber.", "Ada sold salt."),
        [Rivals] = new(WhoSold, new(All, Others: "Tom sold salt in Lindale."), new(All, Others: "It rained.")),
        [WithoutCapitals] = new("Who sold salt?", new("Ada sold salt.", Question: "who sold salt?"), "Ada sold salt."),
        [Ideographic] = new("Who sold salt?", new("他卖盐。", Question: "谁卖盐？"), "Ada sold salt."),
        [BestMeaning] = new(WhoSold, new(All, Cosine: 0.9), new(All, Cosine: 0.3)),
        [HighestMeaning] = new(WhoSold, new(Part, Cosine: 0.9, Others: All), new(Part, Cosine: 0.6, Others: All)),
        [MeaningLead] = new(WhoSold, new(All, Cosine: 0.9, Others: "It rained."), new(All, Cosine: 0.6, Others: "It rained.")),
        [PassageMeaning] = new(WhoSold, new(All, Cosine: 0.5, PassageCosine: 0.9), new(All, Cosine: 0.5, PassageCosine: 0.3)),
        [HighestPassageMeaning] = new(WhoSold, new(Part, Cosine: 0.5, PassageCosine: 0.9, Others: All), new(Part, Cosine: 0.5, PassageCosine: 0.6, Others: All)),
        [PassageMeaningLead] = new(WhoSold, new(All, Cosine: 0.5, PassageCosine: 0.9, Others: "It rained."), new(All, Cosine: 0.5, PassageCosine: 0.6, Others: "It rained.")),
        [TermsCompared] = new(WhoSold, new(All, Question: "Who sold white salt in Lindale?", Cosine: 0.5), new(All, Cosine: 0.5)),
        [Closeness] = new(WhoSold, Read(All, 0.9, 0.8), Read(All, 0.9, 0.3)),
        [HighestCloseness] = new(WhoSold, Read(Part, 0.9, 0.9) with { Others = [All] }, Read(Part, 0.6, 0.6) with { Others = [All] }),
        [ClosenessLead] = new(WhoSold, Read(All, 0.9, 0.9) with { Others = ["It rained."] }, Read(All, 0.6, 0.6) with { Others = ["It rained."] }),
        [FarthestWord] = new(WhoSold, Read(All, 0.9, 0.5), Read(All, 0.9, 0.3)),
        [FarthestWords] = new(WhoSold, Read(All, 0.9, 0.5, 0.5), Read(All, 0.9, 0.3, 0.3)),
        [ClosenessTogether] = new(WhoSold, Read(Part, 0.9, 0.3) with { Others = [All] }, Read(Part, 0.6, 0.3) with { Others = [All] }),
    };

    public static TheoryData<string> Names => [.. Enum.GetNames<AnswerabilityFeature>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sentences_with_more_of_it_have_more_of_the_feature(string feature)
    {
        Assert.True(Examples.TryGetValue(Enum.Parse<AnswerabilityFeature>(feature), out var example), $"{feature} has no example here: add one that fails when the feature is switched off.");

        var (more, less) = (Read(feature, example.Question, example.More), Read(feature, example.Question, example.Less));

        Assert.True(more > less, $"{feature} is {more} where there is more of it and {less} where there is less.");
    }

    private static FeatureSample Read(string text, params double[] nearness) => new(text, Cosine: 0.5, Nearness: nearness);

    private static double Read(string feature, string question, FeatureSample sample) =>
        AnswerabilityFeatureReader.Read(sample.Rank(question))![(int)Enum.Parse<AnswerabilityFeature>(feature)];
}
