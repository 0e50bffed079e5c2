using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Conversation;

/// <summary>What can be told of the documents without searching them: titles, headings, dates and suggested questions.</summary>
internal sealed class CorpusOutline
{
    /// <summary>Front matter with which a document suggests a question to newcomers.</summary>
    public const string ExampleQuestion = "example_question";

    private const int MostTitles = 20;

    private const int MostOutlined = 10;

    private const int MostHeadings = 8;

    private const int MostExamples = 3;

    // Longer headings make questions that nobody would type.
    private const int LongestHeading = 70;

    private readonly IndexSnapshot _snapshot;
    private readonly ReplyTexts _texts;

    public CorpusOutline(IndexSnapshot snapshot, CorpusFilter? filter, ReplyTexts texts)
    {
        _snapshot = snapshot;
        _texts = texts;
        Documents = [.. snapshot.Documents.List().Where(document => Passes(document, filter))];
    }

    /// <summary>Those that are asked, in the order of their ids.</summary>
    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>One title a line, up to a limit, then how many more there are.</summary>
    public string Titles() => Lines(Documents, MostTitles, document => $"- {OneLine(document.Title)}");

    /// <summary>The titles with the dates that their metadata states; empty when none states any.</summary>
    public string Dates()
    {
        var isDated = Documents.Any(document => DateOf(document) is not null);
        return isDated ? Lines(Documents, MostTitles, document => $"- {OneLine(document.Title)}: {DateOf(document) ?? _texts.Text("undated")}") : "";
    }

    /// <summary>The titles, below each its outermost headings.</summary>
    public string Outline() => Lines(Documents, MostOutlined, document =>
    {
        var headings = HeadingsOf(document);
        var listed = string.Join("; ", headings.Take(MostHeadings).Select(OneLine)) + (headings.Count > MostHeadings ? "; …" : "");
        return $"- {OneLine(document.Title)}" + (headings.Count == 0 ? "" : $": {listed}");
    });

    /// <summary>Questions that can be asked: those the documents suggest, else ones made of their headings and titles.</summary>
    public IReadOnlyList<string> Examples()
    {
        var suggested = Documents.Select(document => document.Metadata.GetValueOrDefault(ExampleQuestion)).OfType<string>();
        var made = Documents.Select(document =>
        {
            var headings = HeadingsOf(document).Where(heading => heading.Length < LongestHeading).ToList();
            var about = headings.Count == 0 ? document.Title : headings[headings.Count / 2];
            return _texts.Text("example-about").Replace("{heading}", about, StringComparison.Ordinal);
        });

        // The documents' texts are read one by one, only as far as needed.
        return [.. suggested.Concat(made).Select(OneLine).Distinct(StringComparer.Ordinal).Take(MostExamples)];
    }

    private string Lines(IReadOnlyList<IndexedDocument> documents, int most, Func<IndexedDocument, string> line)
    {
        var lines = documents.Take(most).Select(line);
        return string.Join('\n', documents.Count > most ? lines.Append(_texts.Numbered("more-documents", documents.Count - most)) : lines);
    }

    private IReadOnlyList<string> HeadingsOf(IndexedDocument document)
    {
        var headings = (_snapshot.Documents.Find(document.Id)?.Headings ?? []).Where(heading => heading.Title != document.Title).ToList();
        var outermost = headings.Count == 0 ? 0 : headings.Min(heading => heading.Level);
        return [.. headings.Where(heading => heading.Level == outermost).Select(heading => heading.Title)];
    }

    private static string? DateOf(IndexedDocument document) => document.Metadata.GetValueOrDefault("date") is { Length: > 0 } date ? OneLine(date) : null;

    private static bool Passes(IndexedDocument document, CorpusFilter? filter) =>
        filter is null
        || ((filter.Documents.Count == 0 || filter.Documents.Contains(document.Id))
            && filter.Metadata.All(wanted => document.Metadata.Any(pair =>
                string.Equals(pair.Key, wanted.Key, StringComparison.OrdinalIgnoreCase) && string.Equals(pair.Value, wanted.Value, StringComparison.OrdinalIgnoreCase))));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
