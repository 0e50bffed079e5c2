using System.Text;
using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;

namespace ForumQA.Answering.Generation;

/// <summary>Runs a prompt whose reply is only of use as a whole; what the model thinks aloud before it is left out.</summary>
internal static class PromptReply
{
    /// <summary>Longer than any reply that can be used.</summary>
    private const int Longest = 20_000;

    public static async Task<string> ReadAsync(
        IPromptRunner runner, Prompt prompt, IReadOnlyDictionary<string, object?> variables, ModelUse use, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var reasoning = new ReasoningFilter();
        await foreach (var update in runner.RunAsync(prompt, variables, use.Asked, cancellationToken).ConfigureAwait(false))
        {
            use.Add(update);
            foreach (var c in update.Text)
            {
                text.Append(reasoning.Read(c));
            }

            if (text.Length > Longest)
            {
                break;
            }
        }

        return text.Append(reasoning.Complete()).ToString();
    }
}
