using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Verification;

/// <summary>Verifies what any language model writes, sentence by sentence as it streams, against the documents of an index. One for each answer; not safe for many threads.</summary>
/// <remarks>Headings, labels, lists of sources, what a model thinks aloud and sentences said before are no sentences and left out.</remarks>
public sealed class StreamVerifier
{
    /// <summary>Passages looked up for a sentence that the evidence does not carry.</summary>
    private const int PassagesForSentence = 5;

    private readonly MarkedSentenceReader _reader = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly AnswerVerifier _verifier;
    private int _given;

    /// <summary>Begins an answer.</summary>
    /// <param name="store">The index.</param>
    /// <param name="retriever">Finds passages for sentences that <paramref name="evidence"/> does not carry.</param>
    /// <param name="evidence">What the model was given, in the order of its numbers: <c>[1]</c> is the first. May be empty.</param>
    public StreamVerifier(IndexStore store, Retriever retriever, IReadOnlyList<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(retriever);
        ArgumentNullException.ThrowIfNull(evidence);
        _store = store;
        _retriever = retriever;
        _verifier = new AnswerVerifier([.. Supply(evidence)]);
    }

    /// <summary>Whether the model wrote <c>NOT_IN_DOCUMENTS</c>: that the documents do not answer. Nothing is read after it.</summary>
    public bool SaysNotInDocuments => _reader.SaysNotInDocuments;

    /// <summary>Whether the model repeats itself or comes to no end. Nothing is read after that; the request should be stopped.</summary>
    public bool IsLooping => _reader.IsLooping;

    /// <summary>Reads a piece of the answer.</summary>
    /// <param name="text">As the model wrote it, cut anywhere.</param>
    /// <param name="cancellationToken">Stops the search for passages.</param>
    /// <returns>The sentences that are whole now, each with its citations and its support, unsupported ones too. Citations are numbered from 1 in the order of first use.</returns>
    /// <exception cref="ForumQAException">The index or the embedding service cannot be used.</exception>
    public Task<IReadOnlyList<AnswerSentence>> AppendAsync(string text, CancellationToken cancellationToken) =>
        VerifyAsync(_reader.Append(text), cancellationToken);

    /// <summary>Takes what is left as the last sentence. Not to be called for an answer that was cut off.</summary>
    /// <inheritdoc cref="AppendAsync"/>
    public Task<IReadOnlyList<AnswerSentence>> CompleteAsync(CancellationToken cancellationToken) =>
        VerifyAsync(_reader.Complete(), cancellationToken);

    private async Task<IReadOnlyList<AnswerSentence>> VerifyAsync(IReadOnlyList<AnswerPiece> pieces, CancellationToken cancellationToken)
    {
        var sentences = new List<AnswerSentence>();
        foreach (var marked in pieces.OfType<MarkedSentence>())
        {
            var sentence = _verifier.Verify(marked);
            if (sentence.Support == Support.Unsupported)
            {
                // A model may know the documents by other ways than the evidence, such as its tools.
                _verifier.Add(Supply(await _retriever.RetrieveAsync(marked.Text, null, PassagesForSentence, cancellationToken).ConfigureAwait(false)));
                sentence = _verifier.Verify(marked);
            }

            sentences.Add(sentence);
        }

        return sentences;
    }

    /// <summary>Those not known yet, and only what stands in its document: a passage that was changed since cannot be cited.</summary>
    private List<SuppliedPassage> Supply(IEnumerable<Evidence> evidence)
    {
        var supplied = new List<SuppliedPassage>();
        foreach (var passage in evidence.Select(found => found.Passage).Where(passage => _known.Add(passage.Id)))
        {
            _given++;
            if (_store.Documents.Find(passage.DocumentId) is { } document && passage.StandsIn(document))
            {
                supplied.Add(new SuppliedPassage(_given, document, [passage]));
            }
        }

        return supplied;
    }
}
