using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ForumQA.Answering;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.Summarize"/>.</summary>
internal sealed class SummarizeTool(IServiceProvider services)
{
    private const int MostSentences = 40;

    [Description(
        "Gives the main points of a document, an event, a person, an organisation or a subject: the sentences of the user's documents that cover most of it, " +
        "in reading order, each with a checked quotation. Use it for overviews and for tell me about; 'answer' is for a single question.")]
    public Task<ToolResult> SummarizeAsync(
        [Description("What to sum up: the title of a document, a name or a subject, such as the 20th forum.")]
        string subject,
        [Description("How many sentences to give. Leave it out for as many as its length asks for, about six.")]
        [Range(1, MostSentences)]
        int? sentences = null,
        CancellationToken cancellationToken = default)
    {
        QuestionArgument.Require(subject, nameof(subject));
        if (sentences is < 1 or > MostSentences)
        {
            throw ToolArgument.Invalid($"'sentences' must be from 1 to {MostSentences}.");
        }

        // The length first: a number within the subject is not taken for it.
        var length = sentences is null ? "" : $" in {sentences} sentences";
        return ToolAnswer.AskAsync(services, ToolAnswer.Planned($"Summarize{length}: {subject.Trim()}", QuestionKind.Summary), cancellationToken);
    }
}
