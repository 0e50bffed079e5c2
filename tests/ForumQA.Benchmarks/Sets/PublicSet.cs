namespace ForumQA.Benchmarks.Sets;

/// <summary>A file of a public set: what it is called where it was published, and what <c>--data</c> calls it.</summary>
/// <param name="Original">Its name among the originals.</param>
/// <param name="Ours">Its path below <c>--data</c>.</param>
/// <param name="Source">Where it can be had.</param>
/// <param name="Licence">Under which terms.</param>
internal sealed record PublicSet(string Original, string Ours, string Source, string Licence)
{
    private const string HippoRag = "https://github.com/OSU-NLP-Group/HippoRAG at 3d95d25, data/";

    /// <summary>The files that are taken as they are.</summary>
    public static IReadOnlyList<PublicSet> Whole { get; } =
    [
        .. new[] { "ar", "de", "en", "es", "ru", "zh" }.Select(language => new PublicSet(
            $"xquad.{language}.json", $"xquad/xquad.{language}.json", "https://github.com/google-deepmind/xquad", "CC BY-SA 4.0")),
        new("200423_covidQA.json", "covid-qa/200423_covidQA.json", "https://github.com/deepset-ai/COVID-QA, data/question-answering/", "Apache-2.0"),
        new("dev.jsonl", "quotesum/dev.jsonl", "https://github.com/google-research-datasets/QuoteSum, v1/", "CC BY-SA 4.0"),
        new("rand_val.jsonl", "expertqa/rand_val.jsonl", "https://github.com/chaitanyamalaviya/ExpertQA, data/lfqa/", "MIT"),
        .. new[] { "hotpotqa", "musique" }.SelectMany(name => new[] { "", "_corpus" }.Select(part => new PublicSet(
            $"{name}_train{part}.json", $"multihop/{name}_train100{part}.json", HippoRag, "MIT"))),
    ];

    /// <summary>SQuAD 2.0's development set, which is cut in two.</summary>
    public static PublicSet Squad { get; } = new("dev-v2.0.json", "squad2-half/", "https://rajpurkar.github.io/SQuAD-explorer/", "CC BY-SA 4.0");
}
