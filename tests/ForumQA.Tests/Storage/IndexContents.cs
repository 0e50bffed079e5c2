using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Storage;

/// <summary>What an index says, whatever order it was written in and however often it was interrupted.</summary>
internal static class IndexContents
{
    // Row numbers and times are left out; so is the generation, which counts transactions.
    private static readonly string[] Queries =
    [
        "SELECT key, value FROM manifest WHERE key != 'generation' ORDER BY key",
        "SELECT document_id, title, uri, text, metadata, headings, pages, content_hash, source_hash, source_length, source_modified FROM documents ORDER BY document_id",
        """SELECT passage_id, d.document_id, ordinal, start, "end", p.text, heading, page FROM passages p JOIN documents d ON d.id = p.document ORDER BY d.document_id, ordinal""",
        "SELECT term, doc, cnt FROM passage_vocabulary ORDER BY term",
        "SELECT term, doc, cnt FROM spelling_vocabulary ORDER BY term",
        "SELECT p.passage_id, acronym, expansion FROM acronyms a JOIN passages p ON p.id = a.passage ORDER BY 1, 2, 3",
        "SELECT d.document_id, m.name, value FROM document_metadata m JOIN documents d ON d.id = m.document ORDER BY 1, 2, 3",
        "SELECT d.document_id, passages, vectors FROM passage_vectors v JOIN documents d ON d.id = v.document ORDER BY 1",
        "SELECT p.passage_id, spans, vectors FROM sentence_vectors v JOIN passages p ON p.id = v.passage ORDER BY 1",
        "SELECT d.document_id, version FROM mention_versions v JOIN documents d ON d.id = v.document ORDER BY 1",
        "SELECT d.document_id, kind, key, n.name, details, organizations, aliases, first, places FROM names n JOIN documents d ON d.id = n.document ORDER BY 1, 2, 3, 4",
        """
        SELECT d.document_id, n.kind, n.key, m.start, m."end", sentence_start, sentence_end, detail, ordinal, count
        FROM mentions m JOIN names n ON n.id = m.name JOIN documents d ON d.id = n.document ORDER BY 1, 2, 3, 4, 5
        """,
        "SELECT word, w.kind, w.key, d.document_id FROM name_words w JOIN names n ON n.id = w.name JOIN documents d ON d.id = n.document ORDER BY 1, 2, 3, 4",
        "SELECT document_id, reason FROM unreadable_files ORDER BY document_id",
    ];

    /// <summary>SHA-256 of it.</summary>
    /// <param name="path">The index file.</param>
    public static string HashOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (var query in Queries)
        {
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    hash.AppendData(reader.GetValue(column) switch
                    {
                        byte[] bytes => bytes,
                        var value => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
                    });
                    hash.AppendData("\0"u8);
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
