using ForumQA.Answering;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tools;

/// <summary>Asks what a tool was asked, and gives the whole answer at once.</summary>
internal static class ToolAnswer
{
    /// <summary>A question for an answer of one kind, in the documents' own sentences: who calls has a model already, and one that wrote it anew would lose its parts.</summary>
    public static AnswerRequest Planned(string question, QuestionKind kind) => new(question) { Kind = kind, Mode = AnswerMode.Extractive };

    /// <exception cref="ForumQAException">There is no index, or it cannot be asked.</exception>
    public static async Task<ToolResult> AskAsync(IServiceProvider services, AnswerRequest request, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var update in services.GetRequiredService<Answerer>().AnswerAsync(request, cancellationToken).ConfigureAwait(false))
        {
            answer = (update as AnswerCompleted)?.Answer ?? answer;
        }

        return answer is null
            ? throw new InvalidOperationException("The stream of updates ended without an answer.")
            : new ToolResult(AnswerText.Of(answer)) { Value = answer };
    }
}
