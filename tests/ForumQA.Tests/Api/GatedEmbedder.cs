using ForumQA.Models.Embedding;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Api;

/// <summary>The built-in model behind a gate: while it is shut, whoever asks must wait.</summary>
internal sealed class GatedEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly CharacterGramEmbeddingGenerator _model = new();
    private volatile TaskCompletionSource? _gate;

    /// <summary>Completed when somebody waits at the gate.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed when somebody waiting gave up.</summary>
    public TaskCompletionSource GaveUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Thrown at whoever asks; null for nothing.</summary>
    public Exception? Failure { get; set; }

    public void Shut() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _gate?.TrySetResult();

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        if (_gate is { } gate)
        {
            Waiting.TrySetResult();
            try
            {
                await gate.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                GaveUp.TrySetResult();
                throw;
            }
        }

        return await _model.GenerateAsync(values, options, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => _model.GetService(serviceType, serviceKey);

    public void Dispose() => _model.Dispose();
}
