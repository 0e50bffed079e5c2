using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace ForumQA.Ingestion.Slides;

/// <summary>Reads presentations (.pptx): the slides that are shown, with the speaker's notes; a slide is a page.</summary>
internal sealed class SlideReader : IDocumentReader
{
    private static readonly OfficeFile Office = new("slides", "presentation", "PowerPoint", ".pptx");

    public IReadOnlyList<string> Extensions { get; } = [".pptx"];

    public Task<SourceContent> ReadAsync(SourceFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Office.Read(file, (stream, settings) => PresentationDocument.Open(stream, isEditable: false, settings), package => Read(package, cancellationToken)));
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

        return new SourceContent { Blocks = writer.ToBlocks(), Title = Declared(package.PackageProperties.Title) ?? firstTitle };
    }

    /// <summary>"PowerPoint Presentation", in any language, is the title of who gave none.</summary>
    private static string? Declared(string? title) =>
        title?.Contains("PowerPoint", StringComparison.OrdinalIgnoreCase) == true ? null : DeclaredTitle.OrNull(title);
}
