using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Tests.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using static ForumQA.Retrieval.PassageFeature;

namespace ForumQA.Tests.Retrieval;

public sealed class PassageFeatureTests
{
    private const string WhoSold = "Who sold salt in Lindale?";

    private static readonly Dictionary<PassageFeature, (string Question, Sample More, Sample Less)> Examples = new()
    {
        [Words] = (WhoSold, "Ada sold salt in Lindale.", "Ada sold wool in Oskra."),
        [ExactWords] = ("Who sells boats?", "She sells boats.", "She sells a boat."),
        [Grams] = (WhoSold, "Ada sold salt in Lindale.", "Ada sold wool in Oskra."),
        [GramCoverage] = (WhoSold, "Ada sold salt in Lindale.", "Ada sold wool in Oskra."),
        [SentenceWords] = (WhoSold, "The salt of Lindale is white. It slept.", "The salt is white. Lindale slept."),
        [WindowWords] = (WhoSold, "The salt is white. Lindale slept.", "The salt is white. It rained. It snowed. Lindale slept."),
        [SentenceGrams] = (WhoSold, "The salt of Lindale is white. It slept.", "The salt is white. Lindale slept."),
        [OpeningWords] = (WhoSold, "The salt of Lindale is white. It rained.", "It rained. The salt of Lindale is white."),
        [Pairs] = ("Who built the stone bridge?", "A stone bridge stood there.", "A bridge of stone stood there."),
        [Triples] = ("Who built the narrow stone bridge?", "The narrow stone bridge stood.", "The narrow street led past a stone which lay far from that bridge."),
        [LongestRun] = ("Who built the stone bridge?", "Nobody built the stone bridge there.", "There the bridge stone nobody built."),
        [PassageFeature.Names] = ("Who met Ada Quill in the spring?", "Tom met Ada Quill.", "Tom met many people."),
        [PassageFeature.ExpectedAnswer] = ("When was salt sold?", "The salt was sold in 1921.", "The salt was sold in spring."),
        [Length] = ("Who met the king with salt?", "Ada sold salt, and wool, and timber, and amber, and whatever else the ships had brought from the north.", "Ada sold salt to all who came to the market."),
        [Heading] = (WhoSold, new("Lindale", "Ada sold salt."), new("Oskra", "Ada sold salt.")),
        [DocumentSupport] = (WhoSold, new("-", "Ada sold salt in Lindale. ", "It rained. ", "The salt of Lindale is white."), new("-", "Ada sold salt in Lindale. ", "It rained. ", "The king slept.")),
        [NeighbourSupport] = (WhoSold, new("-", "Ada sold salt in Lindale. ", "The salt of Lindale is white."), new("-", "Ada sold salt in Lindale. ", "The king slept.", "The salt of Lindale is white.")),
        [Meaning] = (WhoSold, new Sample("-", "Ada sold salt.") { Passage = 0.9 }, new Sample("-", "Ada sold salt.") { Passage = 0.3 }),
        [SentenceMeaning] = (WhoSold, new Sample("-", "It rained. Ada sold salt.") { Sentence = 0.9 }, new Sample("-", "It rained. Ada sold salt.") { Sentence = 0.6 }),
    };

    public static TheoryData<string> All => [.. Enum.GetNames<PassageFeature>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_passage_with_more_of_it_has_more_of_the_feature(string feature)
    {
        Assert.True(Examples.TryGetValue(Enum.Parse<PassageFeature>(feature), out var example), $"{feature} has no example here: add one that fails when the feature is switched off.");

        var (more, less) = (await ReadAsync(feature, example.Question, example.More), await ReadAsync(feature, example.Question, example.Less));

        Assert.True(more > less, $"{feature} is {more} where there is more of it and {less} where there is less.");
    }

    [Theory]
    [InlineData("How many docks are there?", "There are 37 docks.", "There are big docks.")]
    [InlineData("Who opened the docks?", "The docks were opened by Ada.", "The docks were opened early.")]
    [InlineData("Where are the docks?", "The docks are in Lindale.", "The docks are in use.")]
    [InlineData("In what year were the docks opened?", "The docks were opened in 1921.", "The docks were opened in spring.")]
    [InlineData("What percentage of docks is dry?", "Of the docks 37 percent are dry.", "Of the docks some are dry.")]
    public async Task A_passage_that_offers_the_kind_of_thing_asked_for_is_expected_to_answer(string question, string offers, string offersNot)
    {
        Assert.Equal(1, await ReadAsync(nameof(PassageFeature.ExpectedAnswer), question, offers));
        Assert.Equal(0, await ReadAsync(nameof(PassageFeature.ExpectedAnswer), question, offersNot));
    }

    /// <summary>The feature of the first passage, among others.</summary>
    private static async Task<double> ReadAsync(string feature, string question, Sample sample)
    {
        using IEmbeddingGenerator<string, Embedding<float>> embedder = feature is nameof(Meaning) or nameof(SentenceMeaning) ? new MeantEmbedder(sample.CosineOf) : new CharacterGramEmbeddingGenerator();
        using var index = new RetrievalIndex(embedder, "It rained in the north of the country.", "Many people met the king, who slept all day.", "A stone is no bridge.");
        index.Put("sample", sample.Title, sample.Passages);
        using var snapshot = index.Store.OpenSnapshot();
        var retriever = new Retriever(index.Store, embedder, Options.Create(new RetrievalOptions()));
        var candidates = await retriever.ProposeAsync(snapshot, retriever.Read(snapshot, question), filter: null, limit: 10, CancellationToken.None);
        return candidates.Features[candidates.Passages.ToList().FindIndex(passage => passage.Stored.Passage.Id == "sample#0")][(int)Enum.Parse<PassageFeature>(feature)];
    }

    /// <summary>A document, whose first passage is looked at.</summary>
    internal sealed record Sample(string Title, params string[] Passages)
    {
        /// <summary>The cosine of each passage.</summary>
        public double Passage { get; init; } = 0.5;

        /// <summary>That of the last sentence; the others have a half.</summary>
        public double Sentence { get; init; } = 0.5;

        public static implicit operator Sample(string text) => new("-", text);

        public double CosineOf(string text) => text == $"{Title}\n\n{Passages[0]}" ? Passage : Passages[0].EndsWith(text, StringComparison.Ordinal) ? Sentence : 0.5;
    }
}
