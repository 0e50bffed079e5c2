using ForumQA.Models.Reading;
using ForumQA.Onnx.Reading;
using ForumQA.Reader.Examples;
using ForumQA.Reader.Network;
using ForumQA.Reader.Training;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Reader;

/// <summary>Shows in seconds that everything holds together: the network is the package's, it learns, and what is written reads as it does.</summary>
internal static class CheckCommand
{
    private const int Examples = 160;
    private const double Tolerance = 1e-3;

    private static readonly ReadingExample[] Learned =
    [
        new("When does the library open?", ["The library opens at nine.", "It has two floors."], [0], (22, 25), 0),
        new("How many floors does it have?", ["The library opens at nine.", "It has two floors."], [1], (7, 10), 1),
        new("When does the pool open?", ["The library opens at nine.", "It has two floors."], [], null, 0),
        new("Who leads the library?", ["The library opens at nine.", "It has two floors."], [], null, 0),
    ];

    public static int Run(int seed, int tokenLimit)
    {
        var start = BertWeights.ReadPackage("model.onnx");
        var tokenizer = LearnCommand.TokenizerOf(BertWeights.ReadVocabulary());
        var network = new ReaderNetwork(BertWeights.Load(start));
        var encoder = new ExampleEncoder(tokenizer, tokenLimit);
        new Trainer(network, encoder, seed).Run(Endless(), new TrainingPlan(null, Examples), _ => { });

        var bytes = Export.Write(start, network).ToByteArray();
        using var reader = new PassageReader(options => new InferenceSession(bytes, options), () => tokenizer, threads: 1);
        var worst = 0.0;
        var isLearned = true;
        foreach (var example in Learned)
        {
            var trained = Trainer.Read(network, encoder.Encode(example, new Random(seed)))[0, ReaderNetwork.Answered];
            var written = reader.Read(example.Question, [new PassageToRead("", example.Sentences)], CancellationToken.None)[0];
            worst = Math.Max(worst, Math.Abs(trained - written.Answered));
            isLearned &= written.Answered > 0 == example.IsAnswered;
            isLearned &= !example.IsAnswered || written.Sentences[example.Near].Answers > written.Sentences[1 - example.Near].Answers;
        }

        Console.WriteLine($"Four examples {(isLearned ? "" : "not ")}learned; what was written differs from what was trained by {worst:E1}");
        return isLearned && worst < Tolerance ? 0 : 1;
    }

    private static IEnumerable<ReadingExample> Endless()
    {
        while (true)
        {
            foreach (var example in Learned)
            {
                yield return example;
            }
        }
    }
}
