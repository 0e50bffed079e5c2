using ForumQA.Tests.Ingestion;
using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Text.Mentions;

/// <summary>Reads the mentions of a text that stands in a test.</summary>
internal static class ReadNames
{
    public static async Task<IReadOnlyList<DocumentName>> OfAsync(MentionKind kind, string markdown) =>
        [.. MentionReader.Read(await Reading.ReadAsync("a.md", markdown)).Where(name => name.Kind == kind)];

    /// <summary>Each name with what is said of it: "Dana Ortiz: HR".</summary>
    public static async Task<IEnumerable<string>> WithDetailsAsync(MentionKind kind, string markdown) =>
        (await OfAsync(kind, markdown)).Select(name => name.Details.Count == 0 ? name.Name : $"{name.Name}: {string.Join(" | ", name.Details)}");

    /// <summary>The items of the first enumeration, in order, behind how many there are said to be.</summary>
    public static async Task<string> ItemsAsync(string markdown)
    {
        var document = await Reading.ReadAsync("a.md", markdown);
        var names = MentionReader.Read(document);
        var list = names.First(name => name.Kind == MentionKind.Enumeration);
        var items = names.Where(name => name.Kind == MentionKind.Item).SelectMany(name => name.Places).Where(place => place.Detail == list.Key).OrderBy(place => place.Ordinal);
        return $"{list.Name} ({list.Places[0].Count}): {string.Join(" | ", items.Select(item => document.Text[item.Start..item.End]))}";
    }
}
