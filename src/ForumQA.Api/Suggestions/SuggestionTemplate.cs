using System.Globalization;
using System.Reflection;
using System.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Api.Suggestions;

/// <summary>A question that may be asked of a kind of name. They stand in <c>suggestions.txt</c>.</summary>
/// <param name="Kind">The kind of name.</param>
/// <param name="Question">The question, with <c>{0}</c> for the name.</param>
internal sealed record SuggestionTemplate(MentionKind Kind, CompositeFormat Question)
{
    /// <summary>All there are, in the order of the file.</summary>
    public static IReadOnlyList<SuggestionTemplate> All { get; } = Read();

    public string For(string name) => string.Format(CultureInfo.InvariantCulture, Question, name);

    private static IReadOnlyList<SuggestionTemplate> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("ForumQA.Api.Suggestions.suggestions.txt")!);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(parts => new SuggestionTemplate(Enum.Parse<MentionKind>(parts[0], ignoreCase: true), CompositeFormat.Parse(parts[1])))];
    }
}
