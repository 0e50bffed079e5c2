using ForumQA.Models.Embedding;
using ForumQA.Storage;
using ForumQA.Text;
using Microsoft.Extensions.AI;

namespace ForumQA.Ingestion;

/// <summary>Gives vectors to the passages and sentences of documents whose words are stored.</summary>
internal sealed class MeaningReader
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;
    private readonly TimeProvider _time;
    private readonly string _model;
    private readonly bool _readsSentences;
    private readonly bool _isInstant;

    public MeaningReader(IEmbeddingGenerator<string, Embedding<float>> embedder, TimeProvider time)
    {
        _time = time;
        _embedder = embedder;
        _model = EmbeddingIdentity.Of(embedder).Name;

        // In this process a sentence costs milliseconds; at a service it costs money.
        _readsSentences = embedder.GetService(typeof(InProcess)) is not null;
        _isInstant = embedder.GetService(typeof(CharacterGramEmbeddingGenerator)) is not null;
    }

    /// <summary>Whether a run may be part of another that makes the vectors of so many passages at most; null for any number.</summary>
    public bool Fits(IndexStore store, int? limit)
    {
        // Character grams take no time, so nobody has to wait for them.
        var waiting = store.Backlog.Count().Passages;
        return waiting > 0 && (_isInstant || limit is null || waiting <= limit);
    }

    /// <summary>Works off the backlog; what is done stays done, whenever it is stopped.</summary>
    /// <returns>How many documents got their vectors.</returns>
    public async Task<int> RunAsync(IndexStore store, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        var (done, total) = (0, store.Backlog.Count().Documents);
        var written = 0;
        var batch = new Batch<EmbeddedDocument>(documents => written += store.Writer.PutVectors(documents, _model), _time);
        try
        {
            for (var next = store.Backlog.Next(after: 0); next is not null; next = store.Backlog.Next(next.Row))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!_isInstant)
                {
                    progress?.Report(new IndexingProgress(done, Math.Max(done + 1, total), next.DocumentId, IndexingStage.Meaning));
                }

                batch.Add(await batch.WaitAsync(ReadAsync(next, cancellationToken), cancellationToken).ConfigureAwait(false), next.Passages.Count);
                done++;
            }
        }
        catch (Exception e) when (e is not IndexException)
        {
            batch.Write();
            throw;
        }

        batch.Write();
        return written;
    }

    private async Task<EmbeddedDocument> ReadAsync(WaitingDocument document, CancellationToken cancellationToken)
    {
        var sentences = _readsSentences ? document.Passages.Select(passage => SentencesOf(passage.Text)).ToList() : [];
        var texts = document.Passages.Select(passage => EmbeddedText.Of(document.Title, passage.Heading, passage.Text))

            // Passages overlap by whole sentences, so some are there twice.
            .Concat(sentences.SelectMany((spans, i) => spans.Select(span => document.Passages[i].Text[span.Start..span.End])))
            .ToList();
        var distinct = texts.Distinct(StringComparer.Ordinal).ToList();
        var embeddings = await _embedder.GenerateAsync(distinct, EmbeddingPurpose.Document.ToOptions(), cancellationToken).ConfigureAwait(false);
        var byText = distinct.Zip(embeddings).ToDictionary(pair => pair.First, pair => pair.Second.Vector, StringComparer.Ordinal);
        return new EmbeddedDocument(
            document,
            [.. texts.Take(document.Passages.Count).Select(text => byText[text])],
            [.. sentences.Select((spans, i) => new SentenceVectors(spans, [.. spans.Select(span => byText[document.Passages[i].Text[span.Start..span.End]])]))]);
    }

    private static List<TextSpan> SentencesOf(string text) =>
        [.. SentenceSplitter.Split(text).Where(span => Tokenizer.Tokenize(span.Of(text)).Count > 0)];
}
