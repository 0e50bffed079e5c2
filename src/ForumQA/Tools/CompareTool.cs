using System.ComponentModel;
using ForumQA.Answering;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.Compare"/>.</summary>
internal sealed class CompareTool(IServiceProvider services)
{
    [Description(
        "Sets two events, people, organisations or subjects side by side: what the user's documents say of each, with checked quotations, and on which side they say nothing. " +
        "Use it for differences, what is in common, and what has changed from one to the other. It draws no conclusion of its own.")]
    public Task<ToolResult> CompareAsync(
        [Description("The one side: a single name or phrase, such as the 16th forum.")]
        string first,
        [Description("The other side: a single name or phrase, such as the 20th forum.")]
        string second,
        [Description("The subject to compare them on, such as data protection. Leave it out to compare their main points.")]
        string? about = null,
        CancellationToken cancellationToken = default)
    {
        QuestionArgument.Require(first, nameof(first));
        QuestionArgument.Require(second, nameof(second));
        var subject = string.IsNullOrWhiteSpace(about) ? "" : $" about {about.Trim()}";
        return ToolAnswer.AskAsync(services, ToolAnswer.Planned($"Compare {first.Trim()} and {second.Trim()}{subject}", QuestionKind.Comparison), cancellationToken);
    }
}
