using ForumQA.Storage;

namespace ForumQA.Api.Documents;

/// <summary>Ids of documents as they stand in addresses.</summary>
internal static class DocumentId
{
    /// <summary>The id that the rest of a path means. The server decodes every escape but that of the slash, which clients may well encode.</summary>
    public static string Of(IndexStore store, string path)
    {
        if (path.Length == 0)
        {
            throw DocumentTable.Unknown(path);
        }

        var decoded = path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return decoded == path || store.Documents.Find(path) is not null ? path : decoded;
    }

    /// <summary>The id as the rest of a path.</summary>
    public static string ToPath(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
