using ForumQA.Text;

namespace ForumQA.Mentions;

/// <summary>Reads who and what a document mentions, by rules.</summary>
internal static class MentionReader
{
    /// <summary>To be raised whenever the same text gives other mentions than before: indexes are then brought up to date.</summary>
    public const int Version = 1;

    public static IReadOnlyList<DocumentName> Read(Document document)
    {
        var headings = document.Headings.Select(heading => heading.Start).ToHashSet();
        var sentences = SentenceSplitter.Split(document.Text).Select(span => new SentenceWords(document.Text, span, headings.Contains(span.Start))).ToList();
        var names = new NameCollector();
        var people = new NamePass(document.Text, sentences).Read(names);
        return names.ToNames(people);
    }
}
