using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ForumQA.Answering;

namespace ForumQA.Tools;

/// <summary>The tool <see cref="ForumQATools.List"/>.</summary>
internal sealed class ListTool(IServiceProvider services)
{
    private const int MostItems = 99;

    [Description(
        "Lists all that the user's documents have of something: people, organisations, places, dates, events, or reasons, proposals and other statements, " +
        "with their number and a checked quotation for each. Use it for who, which and name all; 'answer' gives the best sentences only.")]
    public Task<ToolResult> ListAsync(
        [Description("What to list, in the plural, such as speakers, companies, or reasons for the lead of China.")]
        string what,
        [Description("Where to look: an event, a person, an organisation or the title of a document, such as the 17th forum. Leave it out to look everywhere.")]
        string? within = null,
        [Description("How many to list at most. Leave it out for all, as far as that is not too long.")]
        [Range(1, MostItems)]
        int? limit = null,
        CancellationToken cancellationToken = default)
    {
        QuestionArgument.Require(what, nameof(what));
        if (limit is < 1 or > MostItems)
        {
            throw ToolArgument.Invalid($"'limit' must be from 1 to {MostItems}.");
        }

        var place = string.IsNullOrWhiteSpace(within) ? "" : $" in {within.Trim()}";
        var question = $"List {limit?.ToString(CultureInfo.InvariantCulture) ?? "all"} {what.Trim()}{place}";
        return ToolAnswer.AskAsync(services, ToolAnswer.Planned(question, QuestionKind.List), cancellationToken);
    }
}
