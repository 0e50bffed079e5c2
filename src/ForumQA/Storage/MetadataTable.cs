namespace ForumQA.Storage;

/// <summary>The metadata of the documents, by name and value.</summary>
internal sealed class MetadataTable(IConnectionSource connections)
{
    /// <summary>The rows of the documents that have a value under a name, neither of them compared by case; of names only ASCII letters.</summary>
    public IReadOnlyList<long> FindDocuments(string name, string value) => connections.Run(connection =>
    {
        name = FoldName(name);
        // Databases fold ASCII only, or by their locale, so values of every script are compared here: there are few different ones under a name.
        var spellings = connection
            .Query("SELECT DISTINCT value FROM document_metadata WHERE name = $1", row => row.GetString(0), name)
            .Where(stored => string.Equals(stored, value, StringComparison.OrdinalIgnoreCase));
        return connection.Query(
            "SELECT DISTINCT document FROM document_metadata WHERE name = $1 AND value = ANY ($2)",
            row => row.GetInt64(0),
            name,
            spellings);
    });

    /// <summary>A name as it is compared: ASCII letters in lower case.</summary>
    public static string FoldName(string name) => string.Create(name.Length, name, static (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | ' ') : text[i];
        }
    });
}
