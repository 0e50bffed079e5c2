using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering.Generation;

/// <summary>Answers that a model wrote, for the same question on the same index with the same prompts, model and options. Bounded, in memory, safe for use by many threads.</summary>
/// <remarks>Not a <c>MemoryCache</c>: one with a limit of entries turns away the newest when it is full, and removes nothing at all below twenty.</remarks>
internal sealed class AnswerCache(IOptions<GenerationOptions> options)
{
    private readonly int _capacity = options.Value.CachedAnswers;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Answer Answer)>> _nodes = new(StringComparer.Ordinal);

    // The first was used last.
    private readonly LinkedList<(string Key, Answer Answer)> _used = new();

    public bool TryGet(string key, [NotNullWhen(true)] out Answer? answer)
    {
        lock (_lock)
        {
            answer = null;
            if (_nodes.TryGetValue(key, out var node))
            {
                _used.Remove(node);
                _used.AddFirst(node);
                answer = node.Value.Answer;
            }

            return answer is not null;
        }
    }

    public void Keep(string key, Answer answer)
    {
        if (_capacity == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (_nodes.Remove(key, out var old))
            {
                _used.Remove(old);
            }
            else if (_nodes.Count == _capacity)
            {
                _nodes.Remove(_used.Last!.Value.Key);
                _used.RemoveLast();
            }

            _nodes[key] = _used.AddFirst((key, answer));
        }
    }

    /// <summary>What an answer depends on, as a key.</summary>
    /// <param name="request">The question.</param>
    /// <param name="index">The index file and its <see cref="Storage.IndexManifest.Generation"/>.</param>
    /// <param name="settings">Prompts, model and options.</param>
    public static string KeyOf(AnswerRequest request, string index, string settings) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            request.Question.Trim(),
            request.History,
            request.Filter?.Documents.Order(StringComparer.Ordinal),
            request.Filter?.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new[] { pair.Key, pair.Value }),
            request.PassageLimit,
            request.Mode,
            request.Model,
            request.Kind,
            request.NeverRefuse,
            index,
            settings,
        })));
}
