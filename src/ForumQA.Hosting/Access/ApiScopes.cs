namespace ForumQA.Hosting.Access;

/// <summary>What a key of the web service allows.</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Questions, search, and reading documents, answers and conversations.</summary>
    Ask = 1,

    /// <summary>Uploads, deletions and indexing, and everything that <see cref="Ask"/> allows.</summary>
    Manage = 2 | Ask,
}
