namespace ForumQA.Ingestion;

/// <summary>What is embedded for a passage: its words under the title and headings it belongs to, which often name its subject.</summary>
internal static class EmbeddedText
{
    public static string Of(Document document, Passage passage) => Of(document.Title, passage.Heading, passage.Text);

    public static string Of(string title, string? heading, string text) => heading is null ? $"{title}\n\n{text}" : $"{title}\n{heading}\n\n{text}";
}
