namespace ForumQA.Text.Mentions;

/// <summary>Reads who and what a document mentions, by rules.</summary>
internal static class MentionReader
{
    /// <summary>To be raised whenever the same text gives other mentions than before: indexes are then brought up to date.</summary>
    public const int Version = 5;

    public static IReadOnlyList<DocumentName> Read(Document document)
    {
        var headings = document.Headings.Select(heading => heading.Start).ToHashSet();
        var sentences = new SentenceSpans(document.Text, SentenceSplitter.Split(document.Text));
        var names = new NameCollector();
        var people = new NamePass(document, [.. sentences.Spans.Select(span => new SentenceWords(document.Text, span, headings.Contains(span.Start)))]).Read(names);
        DateFinder.Read(sentences, names);
        QuantityFinder.Read(sentences, names);
        DefinitionFinder.Read(sentences, headings, names);
        var enumerations = new EnumerationWriter(sentences, names);
        ListFinder.Read(enumerations);
        CountedFinder.Read(enumerations, headings);
        SeriesFinder.Read(enumerations);
        return names.ToNames(people);
    }
}
