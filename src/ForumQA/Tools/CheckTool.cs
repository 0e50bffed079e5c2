using System.ComponentModel;
using System.Globalization;
using ForumQA.Answering.Checking;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.Check"/>.</summary>
internal sealed class CheckTool(IServiceProvider services)
{
    private const int LongestText = 20_000;

    [Description(
        "Checks a text against the user's documents, sentence by sentence: which claims they support, in part or as a whole, which they contradict (another number or date, a denial, the opposite), " +
        "and which they do not have, each with a checked quotation. Use it before you give the user what you or somebody else wrote about the documents. " +
        "Not found does not mean false.")]
    public async Task<ToolResult> CheckAsync(
        [Description("The text to check: whole sentences, plain or in Markdown.")]
        string text,
        [Description("Ids of the documents to check against, as given with passages and citations. Leave it out for all.")]
        IReadOnlyList<string>? documents = null,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw ToolArgument.Invalid("'text' is empty. Pass the sentences to check.");
        }

        if (text.Length > LongestText)
        {
            throw ToolArgument.Invalid(string.Create(CultureInfo.InvariantCulture, $"'text' has {text.Length} characters; {LongestText} are allowed. Check it in parts."));
        }

        KnownDocuments.Require(services.GetRequiredService<IndexStore>(), documents);
        var filter = new CorpusFilter { Documents = documents ?? [] };
        var result = await services.GetRequiredService<TextChecker>().CheckAsync(text, filter, cancellationToken).ConfigureAwait(false);
        return new ToolResult(CheckText.Of(result)) { Value = result };
    }
}
