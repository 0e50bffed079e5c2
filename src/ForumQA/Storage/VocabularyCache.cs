using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Holds the words of an index in memory until the index changes.</summary>
internal sealed class VocabularyCache
{
    private Vocabulary? _vocabulary;

    /// <summary>The words as of the connection's transaction.</summary>
    public Vocabulary Load(SqliteConnection connection)
    {
        var generation = ManifestTable.ReadGeneration(connection);
        var vocabulary = Volatile.Read(ref _vocabulary);
        if (vocabulary?.Generation == generation)
        {
            return vocabulary;
        }

        vocabulary = new Vocabulary(generation, connection.Query(
            "SELECT term, doc FROM spelling_vocabulary ORDER BY term", row => new SpelledWord(row.GetString(0), row.GetInt32(1))));
        Volatile.Write(ref _vocabulary, vocabulary);
        return vocabulary;
    }
}
