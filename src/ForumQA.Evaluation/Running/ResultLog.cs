using System.Text.Json;

namespace ForumQA.Evaluation.Running;

/// <summary>Keeps the results of an unfinished run, one line each, so that the next run does only what is left.</summary>
/// <remarks>The first line identifies index, options and build. The results of another one are not mixed in: the log starts anew.</remarks>
internal sealed class ResultLog : IAsyncDisposable
{
    private readonly StreamWriter _writer;
    private readonly SemaphoreSlim _turn = new(1);

    private ResultLog(StreamWriter writer, IReadOnlyDictionary<string, CaseResult> kept)
    {
        _writer = writer;
        Kept = kept;
    }

    /// <summary>The results of the run before, by case hash.</summary>
    public IReadOnlyDictionary<string, CaseResult> Kept { get; }

    public static async Task<ResultLog> OpenAsync(string path, string runKey, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var kept = await ReadAsync(path, runKey, cancellationToken).ConfigureAwait(false);

        // Written anew, so that half a line from a run that was killed does not stay.
        var log = new ResultLog(new StreamWriter(path) { NewLine = "\n", AutoFlush = true }, kept);
        await log._writer.WriteLineAsync(runKey.AsMemory(), cancellationToken).ConfigureAwait(false);
        foreach (var result in kept.Values)
        {
            await log._writer.WriteLineAsync(Serialize(result).AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return log;
    }

    public async Task AddAsync(CaseResult result, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Not cancellable: a line is written whole or not at all.
            await _writer.WriteLineAsync(Serialize(result)).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    private static async Task<Dictionary<string, CaseResult>> ReadAsync(string path, string runKey, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, CaseResult>(StringComparer.Ordinal);
        var lines = File.Exists(path) ? await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false) : [];
        if (lines.FirstOrDefault() != runKey)
        {
            return kept;
        }

        foreach (var line in lines.Skip(1))
        {
            try
            {
                var result = JsonSerializer.Deserialize(line, RunJson.Default.CaseResult)!;
                kept[result.CaseHash] = result;
            }
            catch (JsonException)
            {
                // The line that was being written when the run was killed.
            }
        }

        return kept;
    }

    private static string Serialize(CaseResult result) => JsonSerializer.Serialize(result, RunJson.Default.CaseResult);
}
