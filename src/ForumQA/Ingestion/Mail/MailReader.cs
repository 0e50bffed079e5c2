using MimeKit;

namespace ForumQA.Ingestion.Mail;

/// <summary>Reads an e-mail message (.eml): who wrote to whom when, and the text. What is attached is named and not read.</summary>
internal sealed class MailReader : IDocumentReader
{
    /// <summary>Messages in messages; people forward less deeply.</summary>
    private const int Deepest = 32;

    public IReadOnlyList<string> Extensions { get; } = [".eml"];

    public async Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var message = await MimeMessage.LoadAsync(new ParserOptions { MaxMimeDepth = Deepest }, stream, cancellationToken).ConfigureAwait(false);
            if (message.From.Count == 0 && !message.Headers.Contains(HeaderId.Subject) && !message.Headers.Contains(HeaderId.Date))
            {
                throw new InvalidDataException("It has no header.");
            }

            return Read(file.Name, message);
        }
        catch (Exception e) when (e is not OperationCanceledException and not ForumQAException)
        {
            // Whatever is wrong with its parts or encodings means the same to a reader.
            throw new ForumQAException(
                "mail-invalid", $"'{file.Name}' is not a readable e-mail message. Save the message from your mail program as .eml, or its text as .txt.", e);
        }
    }

    private static SourceContent Read(string fileName, MimeMessage message)
    {
        var attached = string.Join(", ", message.Attachments.Select(part => part.ContentDisposition?.FileName ?? part.ContentType.Name).OfType<string>());
        var from = message.From.ToString();
        var date = message.Headers[HeaderId.Date] ?? string.Empty;
        var writer = new BlockWriter();
        writer.Heading(1, message.Subject ?? string.Empty);

        // As they stand in the message, and in the text, where they can be cited.
        foreach (var (name, value) in new[] { ("From", from), ("To", message.To.ToString()), ("Cc", message.Cc.ToString()), ("Date", date), ("Attached", attached) })
        {
            if (value.Length > 0)
            {
                writer.Entry(name, value);
            }
        }

        writer.EndLines();
        if (message.TextBody is null && message.HtmlBody is { } html)
        {
            HtmlBlocks.WriteFragment(fileName, html, writer);
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["author"] = from, ["date"] = date, ["attached"] = attached };
        return new SourceContent
        {
            Blocks = message.TextBody is { } text && !string.IsNullOrWhiteSpace(text) ? [.. writer.ToBlocks(), .. Paragraphs.Of(text)] : writer.ToBlocks(),
            Title = message.Subject,
            Metadata = metadata,
        };
    }
}
