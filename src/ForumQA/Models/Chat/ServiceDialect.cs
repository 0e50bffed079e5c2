using System.Text.Json.Nodes;

namespace ForumQA.Models.Chat;

/// <summary>
/// In which words a service wants to be asked. Every service knows <c>max_tokens</c>, and many local ones nothing else and ignore what they
/// do not know, except that OpenAI's reasoning models refuse it for <c>max_completion_tokens</c>. So the first is sent until it is refused.
/// Likewise some models refuse <c>temperature</c>, and some services <c>stream_options</c>. What is learned holds for the client's life.
/// </summary>
internal sealed class ServiceDialect(Uri endpoint)
{
    /// <summary>The limit of output tokens as <see cref="ChatRequestBody"/> writes it.</summary>
    public const string LimitName = "max_tokens";

    private const string NewLimitName = "max_completion_tokens";
    private static readonly string[] Dispensable = ["temperature", "stream_options", "parallel_tool_calls"];

    private readonly Lock _lock = new();
    private readonly HashSet<string> _refused = [];
    private bool _newLimit = endpoint.Host is "api.openai.com" || endpoint.Host.EndsWith(".azure.com", StringComparison.Ordinal);

    /// <summary>Puts a request into the service's words.</summary>
    public void Apply(JsonObject body)
    {
        lock (_lock)
        {
            if (_newLimit)
            {
                Rename(body, LimitName, NewLimitName);
            }

            foreach (var name in _refused)
            {
                body.Remove(name);
            }
        }
    }

    /// <summary>Learns from a refusal.</summary>
    /// <param name="body">The request that was refused; changed when there is another way to put it.</param>
    /// <param name="status">Of the refusal.</param>
    /// <param name="error">What the service says.</param>
    /// <returns>Whether the request is worth sending again.</returns>
    public bool TryLearn(JsonObject body, int status, ServiceError error)
    {
        if (status is not (400 or 422) || error.IsContextTooLong)
        {
            return false;
        }

        lock (_lock)
        {
            if (Dispensable.FirstOrDefault(name => body.ContainsKey(name) && error.IsAbout(name)) is { } refused)
            {
                _refused.Add(refused);
                return body.Remove(refused);
            }

            if (error.Message?.Contains(NewLimitName, StringComparison.Ordinal) != true)
            {
                return false;
            }

            // Whichever name was sent: a refusal that speaks of the new one recommends it, or does not know it.
            _newLimit = body.ContainsKey(LimitName);
            return _newLimit ? Rename(body, LimitName, NewLimitName) : Rename(body, NewLimitName, LimitName);
        }
    }

    private static bool Rename(JsonObject body, string from, string to)
    {
        if (!body.Remove(from, out var value))
        {
            return false;
        }

        body[to] = value;
        return true;
    }
}
