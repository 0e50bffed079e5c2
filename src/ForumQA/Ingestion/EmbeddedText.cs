namespace ForumQA.Ingestion;

/// <summary>What is embedded for a passage: its words under the title and headings it belongs to, which often name its subject.</summary>
internal static class EmbeddedText
{
    public static string Of(Document document, Passage passage) =>
        passage.Heading is null ? $"{document.Title}\n\n{passage.Text}" : $"{document.Title}\n{passage.Heading}\n\n{passage.Text}";
}
