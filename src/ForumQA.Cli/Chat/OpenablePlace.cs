using ForumQA.Answering;
using ForumQA.Cli.Answers;

namespace ForumQA.Cli.Chat;

/// <summary>What <c>/open</c> can show: a citation, or, when nothing was found, a passage that came near.</summary>
/// <param name="Number">As printed.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="PassageId">The passage.</param>
/// <param name="Quotation">The citation; null for a passage that is not quoted.</param>
internal sealed record OpenablePlace(int Number, string DocumentId, string PassageId, Citation? Quotation)
{
    public static IReadOnlyList<OpenablePlace> In(Answer? answer) => answer switch
    {
        null => [],
        { Status: AnswerStatus.NotFound } =>
            [.. (answer.Abstention?.Nearest ?? [])
                .Take(AbstentionPrinter.NearestShown)
                .Select((near, i) => new OpenablePlace(i + 1, near.Passage.DocumentId, near.Passage.Id, null))],
        _ => [.. answer.Citations.Select(citation => new OpenablePlace(citation.Number, citation.DocumentId, citation.PassageId, citation))],
    };
}
