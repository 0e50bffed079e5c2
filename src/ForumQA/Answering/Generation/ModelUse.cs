using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Generation;

/// <summary>Which model is asked for one answer, and what all requests to it took.</summary>
/// <param name="asked">The model by name; null for the configured one.</param>
internal sealed class ModelUse(string? asked)
{
    /// <summary>The model to ask, by name; null for the configured one.</summary>
    public string? Asked => asked;

    /// <summary>The model as its service names it; null until it says so.</summary>
    public string? Model { get; private set; }

    /// <summary>The tokens; null while the service tells none.</summary>
    public TokenUsage? Tokens { get; private set; }

    public void Add(ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        Model = update.ModelId ?? Model;
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            var tokens = new TokenUsage(usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0);
            Tokens = Tokens is null ? tokens : Tokens + tokens;
        }
    }
}
