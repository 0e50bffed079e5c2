using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>A row of <c>names</c>.</summary>
internal sealed record NameRow(long Row, string DocumentId, MentionKind Kind, string Key, string Name)
{
    public required IReadOnlyList<string> Details { get; init; }

    public required IReadOnlyList<string> Organizations { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required int First { get; init; }

    public required int Places { get; init; }
}
