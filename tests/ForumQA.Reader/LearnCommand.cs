using ForumQA.Onnx.Tokens;
using ForumQA.Reader.Examples;
using ForumQA.Reader.Network;
using ForumQA.Reader.Training;

namespace ForumQA.Reader;

/// <summary>Trains a reader on the public sets.</summary>
internal static class LearnCommand
{
    private const int HeldOutQuestions = 400;

    public static int Run(LearningSets learned, string data, string more, string to, int seed, int tokenLimit, TrainingPlan plan)
    {
        var start = BertWeights.ReadPackage("model.onnx");
        Console.WriteLine($"Starts from all-MiniLM-L6-v2 (Apache-2.0), SHA-256 {BertWeights.Hash(start)}");
        foreach (var file in LearningSets.Files(data, more))
        {
            Console.WriteLine($"{Path.GetFileName(file)}, SHA-256 {BertWeights.Hash(File.ReadAllBytes(file))}");
        }

        var sets = learned.Read(data, more);
        foreach (var (paragraphs, times) in sets)
        {
            Console.WriteLine($"{paragraphs.Count} paragraphs, {paragraphs.Sum(paragraph => paragraph.Questions.Count)} questions, {times} times a round");
        }

        var vocabulary = BertWeights.ReadVocabulary();
        var network = new ReaderNetwork(BertWeights.Load(start));
        var encoder = new ExampleEncoder(TokenizerOf(vocabulary), tokenLimit);
        Directory.CreateDirectory(to);
        File.WriteAllBytes(Path.Combine(to, "vocab.txt"), vocabulary);
        new Trainer(network, encoder, seed).Run(new ExampleSource(sets, new NearMisses(LearningSets.ReadAntonyms()), seed).Read(), plan, seen =>
        {
            var bytes = Export.Write(start, network).ToByteArray();
            File.WriteAllBytes(Path.Combine(to, "model.onnx"), bytes);
            var (separation, best) = HeldOut.Measure(network, encoder, learned.ReadHeldOut(data), HeldOutQuestions);
            Console.WriteLine($"After {seen} examples, held out: near misses {separation:F3}, best sentence {best:F3}; SHA-256 {BertWeights.Hash(bytes)}");
        });
        return 0;
    }

    public static int Show(LearningSets learned, string data, string more, int seed, int count)
    {
        foreach (var example in new ExampleSource(learned.Read(data, more), new NearMisses(LearningSets.ReadAntonyms()), seed).Read().Take(count))
        {
            Console.WriteLine($"{(example.IsAnswered ? "+" : "-")} {example.Question} | {example.Sentences[example.Near]}");
        }

        return 0;
    }

    public static WordPieceTokenizer TokenizerOf(byte[] vocabulary)
    {
        using var words = new StreamReader(new MemoryStream(vocabulary));
        return WordPieceTokenizer.Load(words, lowerCase: true);
    }
}
