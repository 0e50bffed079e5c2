using ForumQA.Retrieval;

namespace ForumQA.Hosting.Json;

/// <summary>What a search found.</summary>
/// <param name="Query">The query as given.</param>
/// <param name="Results">The passages, best first.</param>
public sealed record SearchJson(string Query, IReadOnlyList<PassageJson> Results)
{
    /// <summary>The JSON of a search.</summary>
    /// <param name="query">The query.</param>
    /// <param name="results">The passages, best first.</param>
    public static SearchJson From(string query, IReadOnlyList<Evidence> results) => new(query, [.. results.Select(PassageJson.From)]);
}
