using System.Numerics.Tensors;
using System.Security.Cryptography;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Embedding;

namespace ForumQA.Tests.Onnx;

public sealed class CloseReaderTests : IDisposable
{
    private const string Lighthouse = "The lighthouse of Lindale has a height of 42 metres.";

    private readonly OnnxEmbeddingGenerator _generator = BuiltInModel.Create(threads: 2);

    private ICloseReader Reader => (ICloseReader)_generator.GetService(typeof(ICloseReader))!;

    [Fact]
    public void Is_the_file_whose_hash_the_code_names() =>
        Assert.Equal(BuiltInReader.FileHash, Convert.ToHexStringLower(SHA256.HashData(BuiltInModel.ReadFile(BuiltInReader.ModelResource))));

    [Fact]
    public async Task Comes_nearest_to_a_sentence_that_says_it_in_other_words()
    {
        var closeness = await ReadAsync(
            "How tall is the building that warns ships?", Sentence("The bakery in Market Street sells rye bread on Tuesdays."), Sentence(Lighthouse), Sentence("Its members elect a treasurer every second spring."));

        Assert.Equal(1, Array.IndexOf(closeness, closeness.Max()));
    }

    [Fact]
    public async Task Reads_a_sentence_with_what_stands_before_it()
    {
        var closeness = await ReadAsync("How high is the lighthouse?", new("The bakery is old.", "It has 42 metres."), new("The lighthouse is old.", "It has 42 metres."), Sentence("It has 42 metres."));

        Assert.Equal(1, Array.IndexOf(closeness, closeness.Max()));
    }

    [Fact]
    public async Task Compares_the_words_of_the_sentence_alone()
    {
        var own = await Reader.ReadAsync("lighthouse", [new("The bakery is old.", "The lighthouse is high.")], CancellationToken.None);
        var before = await Reader.ReadAsync("lighthouse", [new("The lighthouse is high.", "The bakery is old.")], CancellationToken.None);

        Assert.True(own.Nearness[0][0] > before.Nearness[0][0] + 0.1);
    }

    [Fact]
    public async Task Gives_a_cosine_for_each_token_of_the_question_the_same_whenever_it_is_asked()
    {
        SentenceInContext[] sentences = [.. Enumerable.Range(0, 30).Select(i => new SentenceInContext($"The docks of Lindale, part {i}.", $"Dock {i} was opened in {1900 + i}."))];
        var first = await Reader.ReadAsync("When was dock 7 opened?", sentences, CancellationToken.None);

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Reader.ReadAsync("When was dock 7 opened?", sentences, CancellationToken.None)));
        using var other = BuiltInModel.Create(threads: 1);
        var alone = await ((ICloseReader)other.GetService(typeof(ICloseReader))!).ReadAsync("When was dock 7 opened?", [sentences[12]], CancellationToken.None);

        Assert.Equal(6, first.Tokens.Count); // when was dock 7 opened ?
        Assert.All(first.Tokens, token => Assert.Equal(1, TensorPrimitives.Norm<float>(token), 2));
        Assert.All(first.Nearness, words => Assert.Equal(6, words.Count));
        Assert.All(first.Nearness.SelectMany(words => words), cosine => Assert.InRange(cosine, -1, 1));
        Assert.All(again, result => Assert.Equal(first.Nearness, result.Nearness));
        Assert.Equal(first.Nearness[12], alone.Nearness[0]);
        Assert.Equal(7, first.Nearness.Select((words, i) => (Sum: words.Sum(), i)).Max().i);
    }

    [Fact]
    public async Task Reads_a_long_sentence_to_its_end()
    {
        var bakery = string.Concat(Enumerable.Repeat("the bakery sells rye bread on Tuesdays, ", 80));

        var closeness = await ReadAsync("How high is the lighthouse?", Sentence(bakery + "and that is all."), Sentence(bakery + "and the lighthouse is 42 metres high."));

        Assert.True(closeness[1] > closeness[0] + 0.1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud83d half an emoji \ude00")]
    [InlineData("한국어 문장 日本語の文 العربية")]
    public async Task Reads_whatever_text_there_is(string text)
    {
        var asked = await Reader.ReadAsync(text, [Sentence(Lighthouse)], CancellationToken.None);

        Assert.Equal(asked.Tokens.Count, Assert.Single(asked.Nearness).Count);
        Assert.Single((await Reader.ReadAsync("How high?", [new(text, text)], CancellationToken.None)).Nearness);
        Assert.Empty((await Reader.ReadAsync(text, [], CancellationToken.None)).Nearness);
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        SentenceInContext[] sentences = [.. Enumerable.Range(0, 5000).Select(i => Sentence($"Sentence number {i} of far too many."))];

        var reading = Reader.ReadAsync("How many?", sentences, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    public void Dispose() => _generator.Dispose();

    private static SentenceInContext Sentence(string text) => new("", text);

    private async Task<double[]> ReadAsync(string question, params SentenceInContext[] sentences) =>
        [.. (await Reader.ReadAsync(question, sentences, CancellationToken.None)).Nearness.Select(words => words.Average())];
}
