namespace ForumQA.Tests.Ingestion;

/// <summary>A test on the raw forum sources, which are not part of the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ForumSourcesFactAttribute : FactAttribute
{
    public ForumSourcesFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "Needs the forum's pages as they came from the web, in ../shared/forum-sources: they are not ours to publish with the repository.";
        }
    }

    /// <summary>The folder beside the working copy; null when there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "forum-sources");
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }

        return null;
    }
}
