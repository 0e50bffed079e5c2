using ForumQA.Models.Onnx;
using ForumQA.Models.Reading;
using ForumQA.Onnx;
using ForumQA.Onnx.Reading;

namespace ForumQA.Tests.Onnx;

/// <summary>Over a model of one table: each token has its four numbers, and [CLS] those of no answer.</summary>
public sealed class PassageReaderTests : IDisposable
{
    private static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "library", "opens", "at", "nine", "."];

    private readonly TemporaryFolder _folder = new();

    public PassageReaderTests() => WriteReader();

    [Fact]
    public void Tells_which_sentence_answers_and_whether_the_passage_does()
    {
        using var reader = ReaderFolder.Open(_folder.Path, threads: 2);

        var readings = reader.Read("library", [new PassageToRead("nine", ["the library opens", "opens at nine"]), new PassageToRead("", ["the the"])], CancellationToken.None);

        Assert.Equal(2, readings.Count);
        Assert.True(readings[0].Sentences[1].Answers > readings[0].Sentences[0].Answers);
        Assert.True(readings[0].Sentences[1].Span > readings[0].Sentences[0].Span);
        Assert.Equal(0.5, readings[0].Answered, 4);
        Assert.Equal([-1.0], readings[1].Sentences.Select(sentence => Math.Round(sentence.Answers, 4)));
    }

    [Fact]
    public void Reads_every_sentence_of_a_passage_that_is_too_long_for_one_window()
    {
        using var reader = ReaderFolder.Open(_folder.Path, threads: 1);
        var sentences = Enumerable.Range(0, 40).Select(i => i == 39 ? "nine nine nine nine nine nine nine nine" : "the the the the the the the the").ToList();

        var reading = reader.Read("library", [new PassageToRead("the library", sentences)], CancellationToken.None)[0];

        Assert.Equal(40, reading.Sentences.Count);
        Assert.All(reading.Sentences, sentence => Assert.True(sentence.Answers > SentenceWindows.Nothing));
        Assert.Equal(39, reading.Sentences.ToList().FindIndex(sentence => sentence.Answers == reading.Sentences.Max(other => other.Answers)));
    }

    [Fact]
    public void Names_the_files_that_are_missing()
    {
        using var empty = new TemporaryFolder();

        Assert.Contains("vocab.txt", Assert.Throws<ModelException>(() => ReaderFolder.Open(empty.Path, threads: 1)).Message, StringComparison.Ordinal);
        Assert.Contains("read-sentence.tsv", Assert.Throws<ModelException>(() => ReaderFolder.ReadModels(empty.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cuts_windows_that_hold_every_sentence_and_share_one()
    {
        var sentences = Enumerable.Range(0, 7).Select(i => Enumerable.Repeat((long)i, 10).ToArray()).ToList();

        var windows = SentenceWindows.Cut([7], sentences, room: 30);

        Assert.Equal([0, 2, 4], windows.Select(window => window.First));
        Assert.All(windows, window => Assert.Equal([7], window.Title));
        Assert.Equal(Enumerable.Range(0, 7), windows.SelectMany(window => window.Sentences.Select(sentence => (int)sentence[0])).Distinct().Order());
    }

    public void Dispose() => _folder.Dispose();

    private void WriteReader()
    {
        _folder.Write("vocab.txt", string.Join('\n', Vocabulary) + "\n");
        var model = Model.Create(operators: 13).AddInput("input_ids", Tensor.Int64, "batch", "tokens").AddInput("token_type_ids", Tensor.Int64, "batch", "tokens");
        var numbers = new float[Vocabulary.Length * 4];
        Set("[CLS]", 1, 1, 1, 0.5f);
        Set("nine", 5, 5, 9, 0);
        model.Weights.Add(Tensor.Of("table", numbers, Vocabulary.Length, 4));
        model.Nodes.Add(Node.Create("Gather", ["table", "input_ids"], ["reading"]));
        model.AddOutput("reading", Tensor.Float, "batch", "tokens", "4");
        File.WriteAllBytes(Path.Combine(_folder.Path, "model.onnx"), model.ToByteArray());

        void Set(string word, params float[] four) => four.CopyTo(numbers, Array.IndexOf(Vocabulary, word) * 4);
    }
}
