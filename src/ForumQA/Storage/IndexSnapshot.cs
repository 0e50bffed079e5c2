namespace ForumQA.Storage;

/// <summary>The index as it stands at one moment, whatever others write meanwhile. For one thread; kept open for one question at most.</summary>
internal sealed class IndexSnapshot : IConnectionSource, IDisposable
{
    private readonly IIndexState _state;

    public IndexSnapshot(IIndexState state, VectorCache vectors, VocabularyCache vocabulary)
    {
        _state = state;
        Documents = new DocumentTable(this);
        Metadata = new MetadataTable(this);
        Passages = new PassageTable(this);
        Words = new WordIndex(this);
        Vectors = new VectorIndex(this, vectors);
        Sentences = new SentenceIndex(this);
        Acronyms = new AcronymTable(this);
        Spellings = new SpellingIndex(this, vocabulary);
        Mentions = new MentionTable(this);
    }

    public DocumentTable Documents { get; }

    public MetadataTable Metadata { get; }

    public PassageTable Passages { get; }

    public WordIndex Words { get; }

    public VectorIndex Vectors { get; }

    public SentenceIndex Sentences { get; }

    public AcronymTable Acronyms { get; }

    public SpellingIndex Spellings { get; }

    public MentionTable Mentions { get; }

    /// <summary>The <see cref="IndexManifest.AbstentionThreshold"/>.</summary>
    public double? ReadAbstentionThreshold() => Run(ManifestTable.ReadAbstentionThreshold);

    /// <exception cref="IndexException">Another model made the vectors, so theirs and this one's cannot be compared.</exception>
    public void RequireModel(string model)
    {
        if (Run(connection => ManifestTable.Get(connection, ManifestTable.EmbeddingModel)) is { } indexed && indexed != model)
        {
            throw IndexException.OtherModel(indexed, model);
        }
    }

    /// <inheritdoc/>
    public T Run<T>(Func<IIndexConnection, T> work) => _state.Run(work);

    public void Dispose() => _state.Dispose();
}
