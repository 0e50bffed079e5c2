namespace ForumQA.Ingestion;

/// <summary>A document on its way into the corpus: kept aside, then placed, then completed. Disposing of it before that undoes everything.</summary>
internal sealed class StagedDocument : IDisposable
{
    private readonly string _aside;
    private readonly string _target;
    private readonly bool _replace;
    private string? _previous;
    private bool _placed;

    internal StagedDocument(string documentId, string aside, string target, bool replace) =>
        (DocumentId, _aside, _target, _replace) = (documentId, aside, target, replace);

    /// <summary>The <see cref="Document.Id"/> it gets.</summary>
    public string DocumentId { get; }

    /// <summary>Whether it took the place of another; known once it is placed.</summary>
    public bool Replaced { get; private set; }

    /// <summary>Moves the file to its place.</summary>
    /// <exception cref="ForumQAException">A document of this name has come in the meantime.</exception>
    public void Place()
    {
        try
        {
            Move();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
    }

    internal static ForumQAException Unwritable(Exception cause) => new(
        "corpus-unwritable", "The file cannot be written to the corpus folder. Check the right to write there, and the room on its disk.", cause);

    private void Move()
    {
        if (_replace && File.Exists(_target))
        {
            // A copy, then a move over the original: at no moment is there neither.
            _previous = Path.Combine(Path.GetDirectoryName(_target)!, $".replaced-{Guid.NewGuid():N}");
            File.Copy(_target, _previous);
            Replaced = true;
        }

        try
        {
            File.Move(_aside, _target, overwrite: Replaced);
        }
        catch (IOException) when (!Replaced && File.Exists(_target))
        {
            throw Exists(DocumentId);
        }

        _placed = true;
    }

    /// <summary>Lets it stay.</summary>
    public void Complete()
    {
        if (_previous is not null)
        {
            File.Delete(_previous);
        }

        (_previous, _placed) = (null, false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_aside);
        if (_previous is not null)
        {
            File.Move(_previous, _target, overwrite: true);
        }
        else if (_placed)
        {
            File.Delete(_target);
        }
    }

    internal static ForumQAException Exists(string documentId) =>
        new("document-exists", $"There is already a document '{documentId}'. Give the file another name, or ask for the old one to be replaced.");
}
