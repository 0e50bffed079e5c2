using ForumQA.Onnx.Tokens;
using ForumQA.Reader.Examples;

namespace ForumQA.Tests.Learning;

/// <summary>What the reader of <c>tests/ForumQA.Reader</c> is trained on.</summary>
public sealed class ReadingExamplesTests
{
    private static readonly ReadParagraph Library = new(
        "Library",
        ["The Quay Library opens at nine.", "Rosa Klein founded it in 1912.", "It has the largest hall of Bremen."],
        [
            new ReadQuestion("When does the Quay Library open?", true, [0], (26, 30)),
            new ReadQuestion("Who founded the Quay Library?", true, [1], (0, 10)),
            new ReadQuestion("Whose hall is the largest?", true, [2], (3, 6)),
            new ReadQuestion("Who sold the Quay Library?", false, [1], null),
        ]);

    [Fact]
    public void A_near_miss_has_one_thing_of_its_question_exchanged()
    {
        var misses = new NearMisses(new Dictionary<string, string> { ["largest"] = "smallest" });
        var made = Enumerable.Range(0, 60).Select(seed => misses.Make(Library.Questions[0], Library, [Library], new Random(seed))).OfType<string>().Distinct().ToList();

        Assert.NotEmpty(made);
        Assert.DoesNotContain(Library.Questions[0].Text, made);
        Assert.Contains("When does the Bremen open?", made);
        Assert.Contains("Whose hall is the smallest?", Enumerable.Range(0, 60).Select(seed => misses.Make(Library.Questions[2], Library, [Library], new Random(seed))));
    }

    [Fact]
    public void A_table_has_a_row_for_each_answered_question_with_the_answer_in_it()
    {
        var table = Assert.Single(Tables.Of([Library], oneIn: 1));

        Assert.Equal(["| Quay Library open | nine |", "| founded Quay Library | Rosa Klein |", "| Whose hall largest | has |"], table.Sentences);
        Assert.All(table.Questions, question => Assert.Equal("| ", table.Sentences[question.Places[0]][..2]));
        Assert.Equal("nine", table.Sentences[0][table.Questions[0].Span!.Value.Start..table.Questions[0].Span!.Value.End]);
    }

    [Fact]
    public void Too_long_a_passage_is_read_around_the_sentence_that_answers()
    {
        var encoder = new ExampleEncoder(new Words(), limit: 16);
        var example = new ReadingExample("When does it open?", Library.Sentences, [0], (26, 30), Near: 0);

        var encoded = encoder.Encode(example, new Random(1));

        Assert.Equal([(6, 12)], encoded.Sentences);
        Assert.Equal([true], encoded.IsAnswering);
        Assert.Equal((11, 11), (encoded.Start, encoded.End));
    }

    [Fact]
    public void An_example_without_an_answer_points_at_the_first_token()
    {
        var encoded = new ExampleEncoder(new Words(), limit: 60).Encode(new ReadingExample("Who sold it?", Library.Sentences, [], null, Near: 1), new Random(1));

        Assert.Equal(3, encoded.Sentences.Length);
        Assert.False(encoded.IsAnswered);
        Assert.Equal((0, 0), (encoded.Start, encoded.End));
    }

    [Fact]
    public void Near_misses_of_people_stay_and_every_answered_question_is_asked()
    {
        var source = new ExampleSource([([Library], 1)], new NearMisses(new Dictionary<string, string>()), seed: 1);

        var examples = source.Read().Take(40).ToList();

        Assert.Contains(examples, example => !example.IsAnswered && example.Question.StartsWith("Who sold the Quay Library", StringComparison.Ordinal));
        Assert.Equal(3, examples.Where(example => example.IsAnswered).Select(example => example.Answering[0] - (example.Sentences[0].StartsWith('#') ? 1 : 0)).Distinct().Count());
        Assert.All(examples.Where(example => example is { IsAnswered: true, Span: not null }), example =>
            Assert.Contains(example.Sentences[example.Answering[0]][example.Span!.Value.Start..example.Span.Value.End], new[] { "nine", "Rosa Klein", "has" }));
    }

    /// <summary>A token for each word.</summary>
    private sealed class Words : ITextTokenizer
    {
        public IReadOnlyList<long> Before => [101];

        public IReadOnlyList<long> After => [102];

        public long[] Encode(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (long)word.Length)];
    }
}
