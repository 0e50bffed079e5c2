using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Generation;

/// <summary>Adds up what the requests to a model for one answer took.</summary>
internal sealed class ModelUse
{
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
