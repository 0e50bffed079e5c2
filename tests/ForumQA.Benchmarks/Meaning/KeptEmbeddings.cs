using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Models.Embedding;
using Microsoft.Extensions.AI;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>
/// Embeds each text once, however many indexes, questions and runs want it: what was made is kept in a file of the temporary folder, one
/// for each model. A vector depends on nothing but its text and the model, so that a run learns the same with the file and without.
/// </summary>
internal sealed class KeptEmbeddings : IEmbeddingGenerator<string, Embedding<float>>, ICloseReader
{
    /// <summary>Sentences that a reader is to keep so that each is read once while learning and measuring: some 600 MB.</summary>
    public const int SentencesRead = 50_000;

    private const int KeyBytes = 16;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _inner;
    private readonly ConcurrentDictionary<UInt128, float[]> _kept = [];
    private readonly ConcurrentDictionary<string, string> _meant = new(StringComparer.Ordinal);
    private readonly FileStream? _file;
    private readonly ICloseReader? _reader;

    /// <param name="inner">Makes what is not there yet; disposed of with this.</param>
    public KeptEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _reader = inner.GetService<ICloseReader>();
        _file = Open(Path.Combine(Path.GetTempPath(), $"forumqa-embeddings-{EmbeddingIdentity.Of(inner).Name}.bin"));
        Read(inner.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions!.Value);
    }

    /// <summary>A question with words hidden, whose vector stays that of the question.</summary>
    public string Hide(string question)
    {
        var hidden = MaskedQuestion.Of(question);
        _meant[hidden] = question;
        return hidden;
    }

    /// <summary>The same questions with words hidden.</summary>
    public RetrievalSet Hide(RetrievalSet set) => set with { Questions = [.. set.Questions.Select(question => question with { Text = Hide(question.Text) })] };

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var purpose = options.GetPurpose();
        var texts = values.Select(text => _meant.GetValueOrDefault(text, text)).Select(text => (Text: text, Key: KeyOf(purpose, text))).ToList();
        var missing = texts.Where(text => !_kept.ContainsKey(text.Key)).DistinctBy(text => text.Key).ToList();
        var made = missing.Count == 0 ? [] : await _inner.GenerateAsync(missing.ConvertAll(text => text.Text), options, cancellationToken).ConfigureAwait(false);
        foreach (var ((_, key), embedding) in missing.Zip(made))
        {
            Keep(key, embedding.Vector.ToArray());
        }

        return [.. texts.Select(text => new Embedding<float>(_kept[text.Key]))];
    }

    public Task<CloseReading> ReadAsync(string question, IReadOnlyList<SentenceInContext> sentences, CancellationToken cancellationToken) =>
        _reader!.ReadAsync(_meant.GetValueOrDefault(question, question), sentences, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ICloseReader) ? (_reader is null ? null : this) : _inner.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        _file?.Dispose();
        _inner.Dispose();
    }

    private static UInt128 KeyOf(EmbeddingPurpose purpose, string text) =>
        MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{text}")).AsSpan(0, KeyBytes));

    /// <summary>Null when another run has the file: this one then embeds everything itself.</summary>
    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Read(int dimensions)
    {
        if (_file is null)
        {
            return;
        }

        var record = new byte[KeyBytes + (dimensions * sizeof(float))];
        while (_file.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length)
        {
            _kept[MemoryMarshal.Read<UInt128>(record)] = MemoryMarshal.Cast<byte, float>(record.AsSpan(KeyBytes)).ToArray();
        }

        // A run that was stopped may have left half a record.
        _file.SetLength(_file.Position = (long)_kept.Count * record.Length);
    }

    private void Keep(UInt128 key, float[] vector)
    {
        if (!_kept.TryAdd(key, vector) || _file is null)
        {
            return;
        }

        var record = new byte[KeyBytes + (vector.Length * sizeof(float))];
        MemoryMarshal.Write(record, key);
        MemoryMarshal.AsBytes(vector.AsSpan()).CopyTo(record.AsSpan(KeyBytes));
        lock (_file)
        {
            _file.Write(record);
        }
    }
}
