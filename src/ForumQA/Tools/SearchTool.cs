using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.Search"/>.</summary>
internal sealed class SearchTool(IServiceProvider services)
{
    private const int MostPassages = 20;

    [Description(
        "Finds passages in the user's documents, best first, each with its document's id, its heading and its exact place. " +
        "Use it to gather material or to see what there is; for a question that wants an answer, 'answer' is better.")]
    public async Task<ToolResult> SearchAsync(
        [Description("What to look for: a question or key words.")]
        string question,
        [Description("Ids of the documents to search, as given with earlier passages. Leave it out to search all.")]
        IReadOnlyList<string>? documents = null,
        [Description("How many passages to return at most; 5 when left out.")]
        [Range(1, MostPassages)]
        int limit = 5,
        CancellationToken cancellationToken = default)
    {
        QuestionArgument.Require(question);
        if (limit is < 1 or > MostPassages)
        {
            throw ToolArgument.Invalid($"'limit' must be from 1 to {MostPassages}.");
        }

        KnownDocuments.Require(services.GetRequiredService<IndexStore>(), documents);
        var filter = new CorpusFilter { Documents = documents ?? [] };
        var passages = await services.GetRequiredService<Retriever>().RetrieveAsync(question, filter, limit, cancellationToken).ConfigureAwait(false);
        return new ToolResult(Describe(passages)) { Value = new FoundPassages(question, passages) };
    }

    private static string Describe(IReadOnlyList<Evidence> passages) => passages.Count == 0
        ? "No passage was found. Try other words, or leave out 'documents'."
        : string.Join("\n\n", passages.Select((evidence, i) =>
            $"""
            {PlaceText.Head(i + 1, evidence)}
            {PlaceText.Of(evidence)}
            {evidence.Passage.Text}
            """));
}

/// <summary>What <see cref="ForumQATools.Search"/> found.</summary>
/// <param name="Question">What was searched for.</param>
/// <param name="Passages">Best first.</param>
public sealed record FoundPassages(string Question, IReadOnlyList<Evidence> Passages);
