using System.ComponentModel;
using ForumQA.Answering;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.Answer"/>.</summary>
internal sealed class AnswerTool(IServiceProvider services)
{
    [Description(
        "Answers a question from the user's documents. Every sentence is proved by a quotation that was checked to stand in its document word for word, " +
        "and when the documents do not tell, the answer says so. Prefer it to 'search' for questions. " +
        "Keep the [n] markers and their sources in what you tell the user, and add nothing that it does not say.")]
    public async Task<ToolResult> AnswerAsync(
        [Description("One question in a whole sentence that can be understood by itself: name what earlier turns were about instead of 'it' or 'he'.")]
        string question,
        [Description("Ids of the documents to answer from, as given with earlier passages and citations. Leave it out to ask all.")]
        IReadOnlyList<string>? documents = null,
        CancellationToken cancellationToken = default)
    {
        QuestionArgument.Require(question);
        KnownDocuments.Require(services.GetRequiredService<IndexStore>(), documents);
        var request = new AnswerRequest(question) { Filter = new CorpusFilter { Documents = documents ?? [] } };
        return await ToolAnswer.AskAsync(services, request, cancellationToken).ConfigureAwait(false);
    }
}
