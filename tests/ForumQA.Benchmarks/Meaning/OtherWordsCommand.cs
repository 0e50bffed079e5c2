using System.Numerics.Tensors;
using ForumQA.Answering.Meaning;
using ForumQA.Benchmarks.Answers;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Embedding;
using ForumQA.Text;

namespace ForumQA.Benchmarks.Meaning;

/// <summary><c>other-words --data FOLDER</c>: how often the nearest sentence comes as near as <see cref="OtherWords"/> wants, by whether the question is about the corpus.</summary>
internal static class OtherWordsCommand
{
    private const int Questions = 250;

    private static readonly int[] Sizes = [60, 646];

    public static int Measure(string folder)
    {
        var data = new AnswerData(folder);
        using var embedder = BuiltInModel.Create(Environment.ProcessorCount, KeptEmbeddings.SentencesRead);
        Console.WriteLine("| paragraphs | sentences | cosine wanted | answered in them | near misses | other subjects |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var size in Sizes)
        {
            var random = new Random(5);
            var paragraphs = AnswerData.Sample(Enumerable.Range(0, data.Dev.Paragraphs.Count), size, random).ToHashSet();
            var own = data.Dev.Questions.Where(question => paragraphs.Contains(question.Paragraph)).ToList();
            var sentences = Embed(embedder, EmbeddingPurpose.Document, paragraphs.Order().SelectMany(place => SentencesOf(data.Dev.Paragraphs[place].Text)));
            var wanted = OtherWords.LeastFor(sentences.Count);
            var shares = new[]
            {
                own.Where(question => question.IsAnswerable).Select(question => question.Text),
                own.Where(question => !question.IsAnswerable).Select(question => question.Text),
                data.Others.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value),
            }.Select(group => Embed(embedder, EmbeddingPurpose.Query, AnswerData.Sample(group, Questions, random))
                .Average(question => sentences.Max(sentence => TensorPrimitives.Dot(question.Span, sentence.Span)) >= wanted ? 1.0 : 0));
            Console.WriteLine($"| {size} | {sentences.Count} | {wanted:0.000} | {string.Join(" | ", shares.Select(share => $"{share:0.000}"))} |");
        }

        return 0;
    }

    private static IEnumerable<string> SentencesOf(string text) => SentenceSplitter.Split(text).Select(span => span.Of(text).ToString());

    private static List<ReadOnlyMemory<float>> Embed(OnnxEmbeddingGenerator embedder, EmbeddingPurpose purpose, IEnumerable<string> texts) =>
        [.. embedder.GenerateAsync(texts, purpose.ToOptions()).GetAwaiter().GetResult().Select(embedding => embedding.Vector)];
}
