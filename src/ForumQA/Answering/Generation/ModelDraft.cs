using ForumQA.Answering.Verification;

namespace ForumQA.Answering.Generation;

/// <summary>A model's answer while it is written: hands out its text, and each sentence as soon as it is whole and verified.</summary>
/// <param name="passages">What the model was given.</param>
/// <param name="policy">What becomes of unsupported sentences.</param>
/// <param name="emit">Takes the updates.</param>
/// <param name="holdSentences">Whether sentences are kept back because they will be translated.</param>
internal sealed class ModelDraft(
    IReadOnlyList<SuppliedPassage> passages, UnsupportedPolicy policy, Action<AnswerUpdate> emit, bool holdSentences)
{
    private readonly MarkedSentenceReader _reader = new();
    private readonly AnswerVerifier _verifier = new(passages);
    private readonly List<AnswerSentence> _sentences = [];
    private readonly SortedSet<int> _unknownMarkers = [];

    /// <summary>The sentences that stay.</summary>
    public IReadOnlyList<AnswerSentence> Sentences => _sentences;

    /// <summary>Markers that name no passage, of all sentences.</summary>
    public IReadOnlyCollection<int> UnknownMarkers => _unknownMarkers;

    /// <summary>Sentences left out.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether anything was handed out.</summary>
    public bool HasEmitted { get; private set; }

    public bool HasSupport => _sentences.Exists(sentence => sentence.Support != Support.Unsupported);

    public bool IsEmpty => _sentences.Count == 0 && Dropped == 0;

    /// <summary>Whether the model says that the passages do not answer the question.</summary>
    public bool SaysNotInDocuments => _reader.SaysNotInDocuments;

    public bool IsLooping => _reader.IsLooping;

    public void Append(string text) => Take(_reader.Append(text));

    /// <summary>Takes what is left as the last sentence.</summary>
    public void Complete() => Take(_reader.Complete());

    private void Take(IReadOnlyList<AnswerPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case WrittenText written:
                    Emit(new TextDelta(written.Text));
                    break;
                case MarkedSentence sentence:
                    Verify(sentence);
                    break;
            }
        }
    }

    private void Verify(MarkedSentence marked)
    {
        var sentence = _verifier.Verify(marked);
        _unknownMarkers.UnionWith(sentence.UnknownMarkers);
        if (sentence.Support == Support.Unsupported && policy == UnsupportedPolicy.Drop)
        {
            Dropped++;
            Emit(new SentenceDropped(sentence.Text));
            return;
        }

        _sentences.Add(sentence);
        if (!holdSentences)
        {
            Emit(new SentenceVerified(_sentences.Count - 1, sentence));
        }
    }

    private void Emit(AnswerUpdate update)
    {
        HasEmitted = true;
        emit(update);
    }
}
