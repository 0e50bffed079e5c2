using System.Diagnostics;
using ForumQA.Models;
using ForumQA.Models.Onnx;
using ForumQA.Models.Reading;
using ForumQA.Onnx.Reading;
using ForumQA.Onnx.Tokens;
using ForumQA.Reader.Examples;
using ForumQA.Reader.Network;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Reader.Training;

/// <summary>Makes the weights of a trained reader bytes, and compares how both read held-out questions with their own paragraphs.</summary>
internal static class Shrinking
{
    private const int Questions = 300;

    /// <summary>Separations may differ by so much.</summary>
    private const double Tolerance = 0.01;

    /// <summary>Writes the small model; false when it reads worse.</summary>
    /// <param name="from">A folder with <c>model.onnx</c> and <c>vocab.txt</c>.</param>
    /// <param name="to">Where the small one goes.</param>
    /// <param name="paragraphs">Held out.</param>
    public static bool Run(string from, string to, IReadOnlyList<ReadParagraph> paragraphs)
    {
        var original = File.ReadAllBytes(Path.Combine(from, "model.onnx"));
        var model = Model.Parse(original);
        if (!model.Outputs.SequenceEqual([Export.Output]))
        {
            throw new InvalidDataException($"'{from}' is no reader: its model puts out {string.Join(", ", model.Outputs)}. Train one with: learn");
        }

        Quantization.Apply(model);
        var small = model.ToByteArray();
        var vocabulary = Path.Combine(from, "vocab.txt");
        var asked = paragraphs.SelectMany(paragraph => paragraph.Questions.Select(question => (Paragraph: paragraph, Question: question))).ToArray();
        new Random(5).Shuffle(asked);
        var (first, second) = (Read(original, vocabulary, asked[..Questions], "floats"), Read(small, vocabulary, asked[..Questions], "bytes"));
        Console.WriteLine($"Log odds differ by {first.Scores.Zip(second.Scores, (one, other) => Math.Abs(one - other)).Average():F3} in the mean");
        if (second.Separation < first.Separation - Tolerance)
        {
            Console.Error.WriteLine("In bytes it tells near misses worse; nothing was written.");
            return false;
        }

        Directory.CreateDirectory(to);
        File.WriteAllBytes(Path.Combine(to, "model.onnx"), small);
        File.Copy(vocabulary, Path.Combine(to, "vocab.txt"), overwrite: true);
        Console.WriteLine($"model.onnx {small.Length / 1e6:F1} MB of {original.Length / 1e6:F1} MB, SHA-256 {BertWeights.Hash(small)}");
        return true;
    }

    private static (double Separation, List<double> Scores) Read(byte[] model, string vocabulary, (ReadParagraph Paragraph, ReadQuestion Question)[] asked, string name)
    {
        using var words = new StreamReader(vocabulary);
        var tokenizer = WordPieceTokenizer.Load(words, lowerCase: true);
        using var reader = new PassageReader(options => new InferenceSession(model, options), () => tokenizer, threads: 1);
        var clock = Stopwatch.StartNew();
        var scores = asked.Select(pair => reader.Read(pair.Question.Text, [new PassageToRead("", pair.Paragraph.Sentences)], CancellationToken.None)[0].Answered).ToList();
        var spent = clock.Elapsed.TotalMilliseconds / asked.Length;
        var separation = HeldOut.Separate([.. scores.Zip(asked, (score, pair) => (score, pair.Question.IsAnswerable))]);
        Console.WriteLine($"{name}: near misses {separation:F3}, {spent:F1} ms a paragraph");
        return (separation, scores);
    }
}
