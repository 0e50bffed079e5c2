namespace ForumQA.Storage;

/// <summary>Holds the words of an index in memory until the index changes.</summary>
internal sealed class VocabularyCache
{
    private Vocabulary? _vocabulary;

    /// <summary>The words as of the connection's transaction.</summary>
    public Vocabulary Load(IIndexConnection connection)
    {
        var generation = ManifestTable.ReadGeneration(connection);
        var vocabulary = Volatile.Read(ref _vocabulary);
        if (vocabulary?.Generation == generation)
        {
            return vocabulary;
        }

        vocabulary = new Vocabulary(generation, connection.ReadSpellings());
        Volatile.Write(ref _vocabulary, vocabulary);
        return vocabulary;
    }
}
