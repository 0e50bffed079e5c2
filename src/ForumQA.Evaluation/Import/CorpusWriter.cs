using System.Text;
using System.Text.RegularExpressions;
using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using ForumQA.Text;

namespace ForumQA.Evaluation.Import;

/// <summary>Writes the documents of a data set as a corpus folder, and says where their evidence stands as ForumQA reads them.</summary>
internal sealed class CorpusWriter(DocumentReaders readers, string folder)
{
    private readonly Dictionary<string, (ImportedDocument Source, Document Read)> _written = new(StringComparer.Ordinal);

    public async Task WriteAsync(IReadOnlyList<ImportedDocument> documents, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < documents.Count; i++)
        {
            var title = string.IsNullOrWhiteSpace(documents[i].Title) ? $"Document {i + 1}" : documents[i].Title!;
            var name = $"{Slug(title)}-{i + 1:00000}.md";
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, MarkdownText.Write(title, documents[i].Text), cancellationToken).ConfigureAwait(false);
            _written[documents[i].Key] = (documents[i], await readers.ReadFileAsync(name, path, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The citation of a piece of evidence: the sentences around it, verbatim as they are read; null when it is not found there.</summary>
    public GoldCitation? Cite(ImportedGold gold)
    {
        if (!_written.TryGetValue(gold.Document, out var document))
        {
            // The corpus is the user's own; the eval checks the quotation against the index before it runs.
            return new GoldCitation(gold.Document, gold.Text) { Relevance = gold.Relevance };
        }

        if (gold.Text is null)
        {
            return new GoldCitation(document.Read.Id) { Relevance = gold.Relevance };
        }

        var text = document.Read.Text;
        if (Find(text, gold.Text, InkBefore(document.Source.Text, gold.Start ?? 0)) is not { } found)
        {
            return null;
        }

        var sentences = SentenceSplitter.Split(text).Where(sentence => sentence.End > found.Start && sentence.Start < found.End).ToList();
        return sentences.Count == 0 ? null : new GoldCitation(document.Read.Id, text[sentences[0].Start..sentences[^1].End]) { Relevance = gold.Relevance };
    }

    /// <summary>Where the words stand, of several places the one nearest to where so many printed characters have gone before; null when nowhere.</summary>
    /// <remarks>Printed characters are counted, and any white space matches any other, because reading changes white space.</remarks>
    private static TextSpan? Find(string text, string words, int ink)
    {
        var parts = TextNormalizer.NormalizeLine(words).Split(' ').Select(Regex.Escape);
        TextSpan? best = null;
        var distance = int.MaxValue;
        foreach (var match in Regex.EnumerateMatches(text, string.Join(@"\s+", parts), RegexOptions.CultureInvariant))
        {
            if (Math.Abs(Ink(text.AsSpan(0, match.Index)) - ink) is var off && off < distance)
            {
                (best, distance) = (new TextSpan(match.Index, match.Index + match.Length), off);
            }
        }

        return best;
    }

    private static int InkBefore(string source, int start) => Ink(TextNormalizer.Normalize(source[..start]));

    private static int Ink(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return count;
    }

    /// <summary>The title as a file name that every system takes.</summary>
    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.Normalize(NormalizationForm.FormC).EnumerateRunes().TakeWhile(_ => slug.Length < 60))
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-') is { Length: > 0 } name ? name : "document";
    }
}
