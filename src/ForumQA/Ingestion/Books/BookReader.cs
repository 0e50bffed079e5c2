using System.IO.Compression;

namespace ForumQA.Ingestion.Books;

/// <summary>Reads electronic books (.epub): their chapters in reading order.</summary>
internal sealed class BookReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".epub"];

    public async Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            PackedFile.RequireModest(file, "book-too-large");
            using var zip = new ZipArchive(new MemoryStream(file.Bytes, writable: false));
            var book = BookPackage.Read(zip);
            if (book.IsLocked)
            {
                throw new ForumQAException("book-locked", $"'{file.Name}' is locked by its seller, so that only his programs can read it. Take a copy without such a lock.");
            }

            var writer = new BlockWriter();
            foreach (var chapter in book.Chapters)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await BookChapter.WriteAsync(new SourceFile(file.Name, BytesOf(chapter)), writer, cancellationToken).ConfigureAwait(false);
            }

            return new SourceContent { Blocks = writer.ToBlocks(), Title = DeclaredTitle.OrNull(book.Title), Metadata = book.Metadata };
        }
        catch (Exception e) when (e is not OperationCanceledException and not ForumQAException)
        {
            // The package and its XML parts fail in a dozen ways, all of which mean the same to a reader.
            throw new ForumQAException(
                "book-invalid", $"'{file.Name}' is not a readable book: it is damaged, or no EPUB. Convert it anew with Calibre or another program, or save its text as .html or .txt.", e);
        }
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
