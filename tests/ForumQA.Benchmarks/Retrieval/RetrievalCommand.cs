using ForumQA.Benchmarks.Meaning;
using ForumQA.Onnx.Embedding;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary><c>retrieval --data FOLDER</c> prints the table of targets and measured values, through a real index and the real retriever.</summary>
internal static class RetrievalCommand
{
    private static readonly (string Language, string Asked)[] Languages =
        [("en", ".945"), ("de", ".94"), ("ru", ".93"), ("ar", ".92"), ("zh", ".94"), ("es", "-")];

    public static int Measure(string data, bool byMeaning)
    {
        using var embedder = byMeaning ? new KeptEmbeddings(BuiltInModel.Create(Environment.ProcessorCount, KeptEmbeddings.SentencesRead)) : null;
        RetrievalReport.PrintHead();
        var squad = RetrievalSet.ReadSquad(data, articles: false);
        using (var index = new BenchmarkIndex(squad.Texts, embedder))
        {
            // The first question pays for compiling the code.
            _ = index.CreateRetriever(new()).RetrieveAsync("Warm up?", CancellationToken.None).GetAwaiter().GetResult();
            RetrievalReport.Print(squad, index, ".84 / .96", hasHalves: true);
            RetrievalReport.Print(squad.WithTypingErrors(contentWordsOnly: false), index, ".80 / .93", hasHalves: true);
            RetrievalReport.Print(squad.WithTypingErrors(contentWordsOnly: true), index, "", hasHalves: true);
        }

        PrintAll(RetrievalSet.ReadSquad(data, articles: true) with { Name = "squad2-half as 36 titled documents" }, embedder, "", hasHalves: true);

        // The built-in model understands English alone; in other languages words go on by themselves.
        foreach (var (language, asked) in Languages.Where(pair => !byMeaning || pair.Language is "en" or "de"))
        {
            PrintAll(RetrievalSet.ReadXquad(data, language), embedder, asked);
        }

        PrintAll(RetrievalSet.ReadHotpot(data), embedder, "");
        PrintAll(RetrievalSet.ReadMusique(data), embedder, "");
        PrintAll(RetrievalSet.ReadCovid(data), embedder, "");
        return 0;
    }

    private static void PrintAll(RetrievalSet set, KeptEmbeddings? embedder, string asked, bool hasHalves = false)
    {
        using var index = new BenchmarkIndex(set.Texts, embedder);
        RetrievalReport.Print(set, index, asked, hasHalves);
    }
}
