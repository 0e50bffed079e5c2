using System.Numerics.Tensors;
using ForumQA.Models.Embedding;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Models.Embedding;

public class CharacterGramEmbeddingGeneratorTests
{
    private const string Water = "An expert compared the management of data to the control of water.";
    private const string Robots = "Robots welded cars in the factory all through the night.";

    [Fact]
    public async Task Says_what_it_is_so_that_the_index_can_remember_it()
    {
        using var generator = new CharacterGramEmbeddingGenerator();

        var embeddings = await generator.GenerateAsync([Water, Robots], EmbeddingPurpose.Document.ToOptions(), CancellationToken.None);

        Assert.Equal(2, embeddings.Count);
        Assert.All(embeddings, embedding => Assert.Equal(CharacterGramEmbeddingGenerator.Dimensions, embedding.Vector.Length));
        Assert.Contains("512", EmbeddingIdentity.Of(generator).Name, StringComparison.Ordinal);
        Assert.Equal(0, VectorWeight.Of(generator).Value);
    }

    [Fact]
    public void Gives_the_same_vector_in_every_process()
    {
        var vector = CharacterGramEmbeddingGenerator.Embed("Data", EmbeddingPurpose.Query);

        // Changing this number makes vectors of old indexes useless: raise the version in the model's name with it.
        Assert.Equal([(4, 1f), (360, -1f), (491, -1f)], vector.Select((value, i) => (i, value)).Where(entry => entry.value != 0));
    }

    [Theory]
    [InlineData("How is data manged like watr?")]
    [InlineData("Who controls the waters of data management?")]
    [InlineData("DATENMANAGEMENT UND WATER CONTROL")]
    public void Finds_the_passage_through_errors_and_other_forms(string question)
    {
        var query = CharacterGramEmbeddingGenerator.Embed(question, EmbeddingPurpose.Query);

        Assert.True(
            TensorPrimitives.Dot<float>(query, CharacterGramEmbeddingGenerator.Embed(Water, EmbeddingPurpose.Document))
            > TensorPrimitives.Dot<float>(query, CharacterGramEmbeddingGenerator.Embed(Robots, EmbeddingPurpose.Document)));
    }

    [Fact]
    public void Embeds_passages_and_questions_differently()
    {
        var query = CharacterGramEmbeddingGenerator.Embed("water water water", EmbeddingPurpose.Query);
        var document = CharacterGramEmbeddingGenerator.Embed("water water water", EmbeddingPurpose.Document);

        // Repetition is saturated in passages and does not count in questions.
        Assert.Equal(1, query.Max(Math.Abs));
        Assert.InRange(document.Max(Math.Abs), 1.3f, 2.2f);
    }

    [Fact]
    public void A_text_without_words_has_the_zero_vector() =>
        Assert.All(CharacterGramEmbeddingGenerator.Embed("?! — of the", EmbeddingPurpose.Query), value => Assert.Equal(0, value));

    [Fact]
    public void Every_text_has_a_finite_vector() =>
        Prop.ForAll<string?>(text => text is null || CharacterGramEmbeddingGenerator.Embed(text, EmbeddingPurpose.Document).All(float.IsFinite))
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var generator = new CharacterGramEmbeddingGenerator();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            generator.GenerateAsync([Water], null, new CancellationToken(canceled: true)));
    }
}
