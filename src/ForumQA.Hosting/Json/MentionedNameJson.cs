using ForumQA.Text.Mentions;

namespace ForumQA.Hosting.Json;

/// <summary>A name with what all documents say of it.</summary>
public sealed record MentionedNameJson
{
    /// <summary>What it names.</summary>
    public required MentionKindJson Kind { get; init; }

    /// <summary>The same for the same name. Two people of one name who belong to different organizations have different keys.</summary>
    public required string Key { get; init; }

    /// <summary>The name as best known.</summary>
    public required string Name { get; init; }

    /// <summary>What is said of it, each once, the most telling first.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The ids of the documents that mention it, in ordinal order.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>How often it is mentioned.</summary>
    public required int Count { get; init; }

    /// <summary>Other forms of the name: "Shimada", "Ma Yun", acronyms.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    internal static MentionedNameJson From(MentionedName name) => new()
    {
        Kind = (MentionKindJson)name.Kind,
        Key = name.Key,
        Name = name.Name,
        Details = name.Details,
        Documents = name.Documents,
        Count = name.Count,
        Aliases = name.Aliases,
    };
}
