using ForumQA.Retrieval;

namespace ForumQA.Cli.Json;

/// <summary>What <c>search --json</c> prints.</summary>
internal sealed record SearchJson(string Query, IReadOnlyList<PassageJson> Results)
{
    public static SearchJson From(string query, IReadOnlyList<Evidence> results) => new(query, [.. results.Select(PassageJson.From)]);
}
