using DocumentFormat.OpenXml.Packaging;

namespace ForumQA.Ingestion;

/// <summary>A kind of Office package: how it is opened within limits, and what is said of one that cannot be read.</summary>
/// <param name="Code">What its errors begin with: "word" of <c>word-invalid</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Program">What it is made with.</param>
/// <param name="Extension">".docx", of which the old kind lacks the last letter.</param>
internal sealed record OfficeFile(string Code, string Name, string Program, string Extension)
{
    /// <summary>Opens a package and reads it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="open">Opens it for reading only.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="ForumQAException">It is damaged or unpacks into too much; the message names the file and the remedy.</exception>
    public SourceContent Read<TPackage>(SourceFile file, Func<Stream, OpenSettings, TPackage> open, Func<TPackage, SourceContent> read)
        where TPackage : OpenXmlPackage
    {
        try
        {
            PackedFile.RequireModest(file, $"{Code}-too-large");
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var package = open(stream, new OpenSettings { MaxCharactersInPart = PackedFile.MostCharacters });
            return read(package) with { Metadata = MetadataOf(package) };
        }
        catch (Exception e) when (e is not OperationCanceledException and not ForumQAException)
        {
            // The package and its XML parts fail in a dozen ways, all of which mean the same to a reader.
            throw new ForumQAException(
                $"{Code}-invalid",
                $"'{file.Name}' is not a readable {Name}: it is damaged, protected by a password, or of the old {Extension[..^1]} kind. "
                + $"Open it in {Program} or LibreOffice, and save it as {Extension} without a password.",
                e);
        }
    }

    private static Dictionary<string, string> MetadataOf(OpenXmlPackage package) =>
        package.PackageProperties.Creator is { Length: > 0 } author ? new(StringComparer.Ordinal) { ["author"] = author } : new(StringComparer.Ordinal);
}
