using System.Numerics.Tensors;
using System.Security.Cryptography;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Embedding;
using ForumQA.Onnx.Tokens;

namespace ForumQA.Tests.Onnx;

public sealed class BuiltInModelTests(BuiltInModelFixture model) : IClassFixture<BuiltInModelFixture>
{
    [Fact]
    public void Is_the_file_whose_hash_the_manifest_names()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(BuiltInModel.ReadFile()));

        Assert.Equal(BuiltInModel.FileHash, hash);
        Assert.EndsWith(hash[..8], EmbeddingIdentity.Of(model.Generator).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brings_a_question_near_a_passage_that_shares_no_word_with_it()
    {
        var question = (await model.EmbedAsync(EmbeddingPurpose.Query, "How tall is the building that warns ships?"))[0];
        var passages = await model.EmbedAsync(
            EmbeddingPurpose.Document,
            "The bakery in Market Street sells rye bread on Tuesdays.",
            "The lighthouse of Lindale has a height of 42 metres.",
            "Its members elect a treasurer every second spring.");

        var cosines = passages.Select(passage => TensorPrimitives.Dot<float>(question, passage)).ToArray();

        Assert.Equal(1, Array.IndexOf(cosines, cosines.Max()));
    }

    [Fact]
    public async Task Gives_vectors_of_length_one_in_the_order_of_the_texts()
    {
        string[] texts = ["A much longer sentence about a harbour with three docks, one of which is dry.", "Short.", "Bread and butter"];

        var together = await model.EmbedAsync(EmbeddingPurpose.Document, texts);

        Assert.All(together, vector => Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 5));
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal((await model.EmbedAsync(EmbeddingPurpose.Document, texts[i]))[0], together[i]);
        }
    }

    [Fact]
    public async Task Reads_questions_otherwise_than_passages()
    {
        var question = await model.EmbedAsync(EmbeddingPurpose.Query, "lighthouse");
        var passage = await model.EmbedAsync(EmbeddingPurpose.Document, "lighthouse");

        Assert.NotEqual(question[0], passage[0]);
    }

    [Fact]
    public async Task Reads_a_long_text_to_its_end()
    {
        var beginning = string.Concat(Enumerable.Repeat("The bakery sells rye bread on Tuesdays. ", 200));

        var vectors = await model.EmbedAsync(
            EmbeddingPurpose.Document, beginning + "The lighthouse burned down.", beginning + "The king was crowned.");

        Assert.NotEqual(vectors[0], vectors[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud83d half an emoji \ude00")]
    [InlineData("\0\u0007\ufffd")]
    [InlineData("한국어 문장 日本語の文 العربية")]
    public async Task Embeds_whatever_text_there_is(string text)
    {
        var vector = (await model.EmbedAsync(EmbeddingPurpose.Document, text))[0];

        Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 5);
    }

    [Fact]
    public async Task Is_used_by_many_at_once_without_a_change_in_the_vectors()
    {
        var texts = Enumerable.Range(0, 24).Select(i => $"Dock number {i} was opened in {1900 + i}.").ToArray();
        var expected = await model.EmbedAsync(EmbeddingPurpose.Document, texts);

        var found = await Task.WhenAll(texts.Select(text => Task.Run(() => model.EmbedAsync(EmbeddingPurpose.Document, text))));

        Assert.Equal(expected, found.Select(vectors => vectors[0]));
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var texts = Enumerable.Range(0, 5000).Select(i => $"Sentence number {i} of far too many.");

        var embedding = model.Generator.GenerateAsync(texts, cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => embedding);
    }

    [Fact]
    public void Cuts_a_long_text_into_windows_that_hold_every_token_once()
    {
        var tokenizer = BuiltInModel.Describe().OpenTokenizer();
        var text = string.Join(' ', Enumerable.Range(0, 700).Select(i => $"word{i}"));

        var windows = new TokenWindows(tokenizer, 512).Cut(text);

        Assert.True(windows.Count > 1);
        Assert.All(windows, window => Assert.True(window.Length <= 512 && window[0] == tokenizer.Before[0] && window[^1] == tokenizer.After[0]));
        Assert.Equal(tokenizer.Encode(text), windows.SelectMany(window => window[1..^1]));
    }
}
