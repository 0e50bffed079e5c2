using ForumQA.VectorData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.VectorData;

namespace ForumQA.Tests.VectorData;

/// <summary>The sample of <c>docs/vector-store.md</c>: what stands between the two markers is the documentation, to the letter.</summary>
internal static class DocumentedSample
{
    public static async Task RunAsync(IConfiguration configuration, TextWriter output)
    {
        // <sample>
        await using var services = new ServiceCollection().AddForumQA(configuration).BuildServiceProvider();
        var store = services.GetRequiredService<VectorStore>();
        var passages = store.GetCollection<string, PassageRecord>("passages");

        // By filter: how the documents of one place begin.
        var openings = passages.GetAsync(r => r.Metadata["place"] == "Tokyo, Japan" && r.Ordinal == 0, top: 10);
        await foreach (var opening in openings)
        {
            output.WriteLine($"{opening.DocumentId}: {opening.Heading}");
        }

        // By vector: the text is embedded as a question by the model that made the index.
        await foreach (var near in passages.SearchAsync("How are data like water?", top: 3))
        {
            output.WriteLine($"{near.Score:F1}  {near.Record.DocumentTitle}");
        }

        // By words and vector, as ForumQA itself searches.
        var hybrid = (IKeywordHybridSearchable<PassageRecord>)passages;
        var options = new HybridSearchOptions<PassageRecord> { Filter = r => r.Metadata.ContainsKey("event") };
        await foreach (var found in hybrid.HybridSearchAsync("Who compared managing data to water control?", [], top: 1, options))
        {
            output.WriteLine($"{found.Record.DocumentId}, characters {found.Record.Start} to {found.Record.End}: {found.Record.Text}");
        }

        // </sample>
    }
}
