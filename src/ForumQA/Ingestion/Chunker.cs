using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ForumQA.Ingestion;

/// <summary>Cuts documents into passages of whole sentences.</summary>
/// <remarks>
/// A passage never crosses a heading, except that short neighbouring sections share one.
/// Where it ends depends on the words near by and not on its place in the document, so that
/// after an edit the passages soon fall back into step (content-defined chunking: Muthitacharoen et al., LBFS, SOSP 2001).
/// </remarks>
internal sealed class Chunker(IOptions<ChunkingOptions> options)
{
    /// <summary>To be raised whenever the same options give other passages than before.</summary>
    public const int Version = 1;

    private readonly ChunkingOptions _options = options.Value;

    /// <summary>The passages in the order of the text; together they hold all of it that is not white space.</summary>
    public IReadOnlyList<Passage> Chunk(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sentences = ChunkSentence.Of(document, _options);
        var sections = ChunkSection.Of(document, sentences);
        var cuts = new PassageCuts(sentences, sections, _options);
        var passages = new List<Passage>();
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in ChunkSection.Runs(sections, _options))
        {
            foreach (var cut in cuts.Of(run))
            {
                var (start, end) = (sentences[cut.Start].Start, sentences[cut.End - 1].End);
                var text = document.Text[start..end];
                var occurrence = occurrences[text] = occurrences.GetValueOrDefault(text) + 1;
                passages.Add(new Passage
                {
                    Id = Id(document.Id, text, occurrence),
                    DocumentId = document.Id,
                    Ordinal = passages.Count,
                    Start = start,
                    End = end,
                    Text = text,
                    Heading = document.JoinHeadings(ChunkSection.CommonPath(sections, sentences, cut)),
                    Page = document.FindPage(start),
                });
            }
        }

        return passages;
    }

    /// <summary>128 bits of SHA-256; the occurrence tells equal passages of a document apart.</summary>
    private static string Id(string documentId, string text, int occurrence)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{documentId}\0{occurrence}\0{text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }
}
