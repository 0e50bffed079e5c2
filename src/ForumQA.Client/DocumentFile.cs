namespace ForumQA.Client;

/// <summary>A file to upload.</summary>
/// <param name="Name">Its name with its extension, such as <c>charter.pdf</c>.</param>
/// <param name="Content">Read from where it stands to its end; not closed.</param>
public sealed record DocumentFile(string Name, Stream Content)
{
    /// <summary>A file of a text that is at hand.</summary>
    /// <param name="name">Its name with its extension, such as <c>notes.md</c>.</param>
    /// <param name="text">The text.</param>
    public static DocumentFile FromText(string name, string text) => new(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
}

/// <summary>A document that was taken in.</summary>
/// <param name="Id">Its path in the corpus folder, with forward slashes.</param>
/// <param name="Replaced">Whether it took the place of another.</param>
public sealed record AddedDocument(string Id, bool Replaced);

/// <summary>What became of an upload.</summary>
internal sealed record UploadResult(IReadOnlyList<AddedDocument> Documents);
