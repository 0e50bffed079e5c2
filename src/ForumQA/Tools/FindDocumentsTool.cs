using System.ComponentModel;
using ForumQA.Answering;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.FindDocuments"/>.</summary>
internal sealed class FindDocumentsTool(IServiceProvider services)
{
    [Description(
        "Finds out which of the user's documents speak of a person, an organisation, an event or a subject: how many of all, and of each its title, its id and a sentence that shows it. " +
        "Use it for which document, where is it mentioned, and to choose ids for 'documents' of other functions.")]
    public Task<ToolResult> FindDocumentsAsync(
        [Description("What they are to speak of: a name or a subject, such as RCEP.")]
        string about,
        CancellationToken cancellationToken = default)
    {
        QuestionArgument.Require(about, nameof(about));
        return ToolAnswer.AskAsync(services, ToolAnswer.Planned($"Which documents mention {about.Trim()}", QuestionKind.Documents), cancellationToken);
    }
}
