using System.Numerics.Tensors;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Tests.Models;
using ForumQA.VectorData;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Moq;
using static ForumQA.Tests.VectorData.PassageIndex;

namespace ForumQA.Tests.VectorData;

public sealed class PassageSearchingTests(PassageIndex index) : IClassFixture<PassageIndex>
{
    private const string Question = "Which trade across borders needs water?";

    private static readonly string[] Pages = ["a/17.md#0", "a/17.md#2", "a/18.md#0"];

    [Fact]
    public void A_text_is_embedded_as_a_question_and_compared_with_every_passage()
    {
        var query = CharacterGramEmbeddingGenerator.Embed(Question, EmbeddingPurpose.Query);
        var expected = index.ReadAll()
            .Select(record => (record.Id, Score: (double)TensorPrimitives.Dot(query, CharacterGramEmbeddingGenerator.Embed(record.Text, EmbeddingPurpose.Document))))
            .OrderByDescending(scored => scored.Score).Take(3).ToList();

        var found = ReadAll(index.Passages.SearchAsync(Question, 3));

        Assert.Equal("b/18.md#1", found[0].Record.Id);
        Assert.Equal(expected.Select(scored => scored.Id), found.Select(result => result.Record.Id));

        // The index keeps a byte a dimension.
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second.Score!.Value / pair.First.Score, 0.97, 1.03));
    }

    [Fact]
    public void A_vector_finds_what_its_text_finds_in_whatever_form_it_comes()
    {
        var vector = CharacterGramEmbeddingGenerator.Embed(Question, EmbeddingPurpose.Query);
        var expected = Ids(index.Passages.SearchAsync(Question, 100));

        Assert.Equal(8, expected.Count);
        Assert.Equal(expected, Ids(index.Passages.SearchAsync(vector, 100)));
        Assert.Equal(expected, Ids(index.Passages.SearchAsync(new ReadOnlyMemory<float>(vector), int.MaxValue)));
        Assert.Equal(expected, Ids(index.Passages.SearchAsync(new Embedding<float>(vector), 100)));
    }

    [Fact]
    public void Skips_filters_cuts_off_low_scores_and_gives_vectors()
    {
        var all = ReadAll(index.Passages.SearchAsync(Question, 100));

        Assert.Equal(all.Skip(2).Take(3).Select(result => result.Record.Id), Ids(index.Passages.SearchAsync(Question, 3, new() { Skip = 2 })));
        Assert.Equal(
            all.Where(result => result.Record.Page <= 2).Select(result => result.Record.Id),
            Ids(index.Passages.SearchAsync(Question, 100, new() { Filter = record => record.Page <= 2 })));
        Assert.Equal(all.Take(2).Select(result => result.Record.Id), Ids(index.Passages.SearchAsync(Question, 100, new() { ScoreThreshold = all[1].Score })));
        Assert.Empty(Ids(index.Passages.SearchAsync(Question, 100, new() { Filter = record => record.Page == 99 })));
        Assert.Empty(Ids(index.Passages.SearchAsync(Question, int.MaxValue, new() { Skip = int.MaxValue })));
        Assert.All(all, result => Assert.Null(result.Record.Vector));
        Assert.All(ReadAll(index.Passages.SearchAsync(Question, 3, new() { IncludeVectors = true })), result => Assert.Equal(512, result.Record.Vector!.Value.Length));
    }

    [Fact]
    public void Refuses_what_cannot_be_searched_with_and_names_what_can()
    {
        Assert.Contains("ReadOnlyMemory<float>", Assert.Throws<NotSupportedException>(() => index.Passages.SearchAsync(42, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => index.Passages.SearchAsync(" ", 3));
        Assert.Contains("model", Assert.Throws<ArgumentException>(() => index.Passages.SearchAsync(new[] { float.NaN }, 3)).Message, StringComparison.Ordinal);
        var dimension = Assert.Throws<ArgumentException>(() => ReadAll(index.Passages.SearchAsync(new float[] { 1, 2, 3 }, 3)));
        Assert.Contains("3 numbers but those of the index have 512", dimension.Message, StringComparison.Ordinal);
        Assert.Contains("builtin-character-grams", dimension.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ReadAll(index.Passages.HybridSearchAsync(new float[] { 1, 2, 3 }, ["water"], 3)));
        Assert.Contains("PassageRecord.Vector", Assert.Throws<NotSupportedException>(
            () => index.Passages.SearchAsync(Question, 3, new() { VectorProperty = record => record.Text })).Message, StringComparison.Ordinal);
        Assert.NotEmpty(ReadAll(index.Passages.SearchAsync(Question, 3, new() { VectorProperty = record => record.Vector })));
    }

    [Fact]
    public void Another_model_than_the_indexs_is_an_error_with_its_remedy()
    {
        using var embedder = new FakeEmbedder();
        var other = new Mock<IEmbeddingGenerator<string, Embedding<float>>>();
        other.Setup(asked => asked.GetService(typeof(EmbeddingIdentity), null)).Returns(new EmbeddingIdentity("other"));
        using var changed = new PassageIndex(embedder, configured: other.Object);

        var error = Assert.Throws<IndexException>(() => ReadAll(changed.Passages.SearchAsync("water", 3)));

        Assert.Equal("embedding-model-changed", error.Code);
        Assert.Equal("embedding-model-changed", Assert.Throws<IndexException>(() => ReadAll(changed.Passages.HybridSearchAsync("water", ["rice"], 3))).Code);
        other.Verify(
            asked => asked.GenerateAsync(It.IsAny<IEnumerable<string>>(), It.IsAny<EmbeddingGenerationOptions?>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task A_hybrid_search_for_a_question_finds_what_the_retriever_finds()
    {
        var expected = await index.Retriever.RetrieveAsync(Question, filter: null, RetrievalOptions.HighestLimit, CancellationToken.None);

        var found = ReadAll(index.Passages.HybridSearchAsync(Question, [], 100));

        Assert.Equal(expected.Select(evidence => (evidence.Passage.Id, (double?)evidence.Score)), found.Select(result => (result.Record.Id, result.Score)));
        Assert.Equal("b/18.md#1", found[0].Record.Id);
        Assert.Equal(found.Select(result => result.Score), ReadAll(index.Passages.HybridSearchAsync(Question, ["Trade", "water", "?", " "], 100)).Select(result => result.Score));
    }

    [Fact]
    public void Keywords_add_to_the_words_that_are_searched_for()
    {
        Assert.Equal("b/18.md#1", Ids(index.Passages.HybridSearchAsync("trade across borders", ["water"], 1))[0]);
        Assert.Equal("b/18.md#0", Ids(index.Passages.HybridSearchAsync("trade across borders", ["data"], 1))[0]);
    }

    [Fact]
    public void A_vector_is_searched_together_with_keywords()
    {
        using var embedder = new FakeEmbedder();
        using var letters = new PassageIndex(embedder);
        var near = new float[26];
        near['u' - 'a'] = near['m' - 'a'] = near['c' - 'a'] = 100;
        embedder.Embedded.Clear();

        var found = Ids(letters.Passages.HybridSearchAsync(near, ["robots"], 100));

        Assert.Empty(embedder.Embedded);
        Assert.Contains("a/18.md#0", found);
        Assert.Contains("c.md#0", found);
        Assert.Contains("keywords", Assert.Throws<ArgumentException>(() => letters.Passages.HybridSearchAsync(near, [" "], 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_keywords_the_text_alone_is_embedded_and_nothing_is_when_vectors_are_left_out()
    {
        using var embedder = new FakeEmbedder();
        using var with = new PassageIndex(embedder);
        using var without = new PassageIndex(embedder, vectorCandidates: 0);
        embedder.Embedded.Clear();

        ReadAll(without.Passages.HybridSearchAsync("trade", ["water"], 3));
        Assert.Empty(embedder.Embedded);

        ReadAll(with.Passages.HybridSearchAsync("trade", ["water"], 3));
        Assert.Equal(["trade"], embedder.Embedded);
    }

    [Fact]
    public void A_hybrid_search_is_held_to_passages_not_to_their_documents()
    {
        var found = Ids(index.Passages.HybridSearchAsync("water robots minister", [], 100, new() { Filter = record => record.Page <= 2 }));

        Assert.Equal(Pages, found.Order(StringComparer.Ordinal));
        Assert.Empty(Ids(index.Passages.HybridSearchAsync("water", [], 100, new() { Filter = record => record.Heading == "nothing" })));
    }

    [Fact]
    public void A_hybrid_search_skips_cuts_off_low_scores_and_gives_vectors()
    {
        var all = ReadAll(index.Passages.HybridSearchAsync("water", [], 100));

        Assert.Equal(all.Skip(1).Take(2).Select(result => result.Record.Id), Ids(index.Passages.HybridSearchAsync("water", [], 2, new() { Skip = 1 })));
        Assert.Equal(all.Take(1).Select(result => result.Record.Id), Ids(index.Passages.HybridSearchAsync("water", [], 9, new() { ScoreThreshold = all[0].Score })));
        Assert.All(ReadAll(index.Passages.HybridSearchAsync("water", [], 2, new() { IncludeVectors = true })), result => Assert.NotNull(result.Record.Vector));
    }

    [Fact]
    public void A_hybrid_search_says_how_far_it_goes_and_over_what()
    {
        Assert.Contains("200", Assert.Throws<ArgumentOutOfRangeException>(() => index.Passages.HybridSearchAsync("water", [], 150, new() { Skip = 51 })).Message, StringComparison.Ordinal);
        Assert.Contains("PassageRecord.Text", Assert.Throws<NotSupportedException>(
            () => index.Passages.HybridSearchAsync("water", [], 3, new() { AdditionalProperty = record => record.Heading })).Message, StringComparison.Ordinal);
        Assert.Contains("PassageRecord.Vector", Assert.Throws<NotSupportedException>(
            () => index.Passages.HybridSearchAsync("water", [], 3, new() { VectorProperty = record => record.Page })).Message, StringComparison.Ordinal);
        Assert.NotEmpty(Ids(index.Passages.HybridSearchAsync("water", [], 3, new() { AdditionalProperty = record => record.Text })));
    }

    private static List<string> Ids(IAsyncEnumerable<VectorSearchResult<PassageRecord>> results) => ReadAll(results).ConvertAll(result => result.Record.Id);
}
