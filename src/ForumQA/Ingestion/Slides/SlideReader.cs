using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace ForumQA.Ingestion.Slides;

/// <summary>Reads presentations (.pptx): the slides that are shown, with the speaker's notes; a slide is a page.</summary>
internal sealed class SlideReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".pptx"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            PackedFile.RequireModest(file, "slides-too-large");
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var package = PresentationDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = PackedFile.MostCharacters });
            return Task.FromResult(Read(package, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException and not ForumQAException)
        {
            // The package and its XML parts fail in a dozen ways, all of which mean the same to a reader.
            throw new ForumQAException(
                "slides-invalid",
                $"'{file.Name}' is not a readable presentation: it is damaged, protected by a password, or of the old .ppt kind. "
                + "Open it in PowerPoint or LibreOffice, and save it as .pptx without a password.",
                e);
        }
    }

    private static SourceContent Read(PresentationDocument package, CancellationToken cancellationToken)
    {
        var presentation = package.PresentationPart ?? throw new InvalidDataException("The package holds no presentation.");
        var writer = new BlockWriter();
        string? firstTitle = null;
        var number = 0;
        foreach (var id in presentation.Presentation?.SlideIdList?.Elements<SlideId>() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (id.RelationshipId?.Value is { } relation && presentation.TryGetPartById(relation, out var part)
                && part is SlidePart { Slide: { } slide } && slide.Show?.Value is not false)
            {
                writer.Page = number;
                var blocks = new SlideBlocks((SlidePart)part, writer);
                blocks.Write(number);
                firstTitle ??= blocks.Title;
            }
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.PackageProperties.Creator is { Length: > 0 } author)
        {
            metadata["author"] = author;
        }

        return new SourceContent { Blocks = writer.ToBlocks(), Title = Declared(package.PackageProperties.Title) ?? firstTitle, Metadata = metadata };
    }

    /// <summary>"PowerPoint Presentation", in any language, is the title of who gave none.</summary>
    private static string? Declared(string? title) =>
        title?.Contains("PowerPoint", StringComparison.OrdinalIgnoreCase) == true ? null : DeclaredTitle.OrNull(title);
}
