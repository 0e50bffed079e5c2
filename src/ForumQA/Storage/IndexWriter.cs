using System.Globalization;
using ForumQA.Text.Mentions;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>Changes an index. Each call is one transaction: a crash leaves it as it was before or as it is after.</summary>
internal sealed class IndexWriter(IndexConnections connections)
{
    /// <summary>Stores a document with its passages in place of what stood under its id.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">The file it was read from.</param>
    /// <param name="passages">Its passages, in the order of its text.</param>
    /// <param name="vectors">One for each passage; empty when they are to follow.</param>
    /// <param name="embeddingModel">The model that makes the vectors.</param>
    /// <param name="now">The time to record.</param>
    /// <exception cref="IndexException">The index belongs to another model or has other dimensions; nothing was written.</exception>
    public void Put(
        Document document,
        SourceStamp source,
        IReadOnlyList<Passage> passages,
        IReadOnlyList<ReadOnlyMemory<float>> vectors,
        string embeddingModel,
        DateTimeOffset now)
    {
        var names = MentionReader.Read(document);
        if (vectors.Count > 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Count, passages.Count, nameof(vectors));
        }

        connections.Write(connection =>
        {
            RequireModel(connection, embeddingModel);
            var documentRow = DocumentTable.Replace(connection, document, source, now);
            MentionTable.Replace(connection, documentRow, names, MentionReader.Version);
            for (var i = 0; i < passages.Count; i++)
            {
                var row = PassageTable.Insert(connection, documentRow, passages[i]);
                WordIndex.Insert(connection, row, document.Title, passages[i].Heading, passages[i].Text);
                AcronymTable.Insert(connection, row, passages[i].Text);
            }

            if (vectors.Count > 0)
            {
                RequireDimensions(connection, embeddingModel, vectors);
                VectorIndex.Insert(connection, documentRow, vectors);
            }
        });
    }

    /// <summary>Stores the vectors of a document that has waited for them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="vectors">One for each of its passages.</param>
    /// <param name="sentences">For each of its passages those of its sentences; empty when sentences have none.</param>
    /// <param name="embeddingModel">The model that made them.</param>
    /// <returns>False when the document has changed or gone meanwhile; nothing was written.</returns>
    /// <exception cref="IndexException">The index belongs to another model or has other dimensions; nothing was written.</exception>
    public bool PutVectors(
        WaitingDocument document, IReadOnlyList<ReadOnlyMemory<float>> vectors, IReadOnlyList<SentenceVectors> sentences, string embeddingModel)
    {
        var written = false;
        connections.Write(connection =>
        {
            RequireModel(connection, embeddingModel);
            written = connection.Scalar<string>("SELECT source_hash FROM documents WHERE id = $1", document.Row) == document.SourceHash;
            if (!written)
            {
                return;
            }

            RequireDimensions(connection, embeddingModel, vectors);
            var firstPassage = VectorIndex.Insert(connection, document.Row, vectors);
            for (var i = 0; i < sentences.Count; i++)
            {
                if (sentences[i].Spans.Count > 0)
                {
                    RequireDimensions(connection, embeddingModel, sentences[i].Vectors);
                    SentenceIndex.Insert(connection, firstPassage + i, sentences[i].Spans, sentences[i].Vectors);
                }
            }
        });
        return written;
    }

    /// <summary>Removes a document with everything that hangs on it.</summary>
    public void Delete(string documentId) =>
        connections.Write(connection => DocumentTable.Delete(connection, documentId));

    /// <summary>Records that a file was touched without its contents changing, so that the next run need not read it.</summary>
    public void Touch(string documentId, SourceStamp source) => connections.Write(connection => connection.Execute(
        "UPDATE documents SET source_length = $2, source_modified = $3 WHERE document_id = $1",
        documentId, source.Length, source.ModifiedUtc.Ticks));

    /// <summary>
    /// Prepares the index for a run over <paramref name="corpus"/> with the given model and settings. When the model is another
    /// than before, every vector is dropped in the same transaction, so vectors of two models never stand side by side.
    /// </summary>
    /// <param name="corpus">The folder or file, as a full path.</param>
    /// <param name="embeddingModel">The model that will make vectors.</param>
    /// <param name="chunking">The chunking settings.</param>
    /// <param name="rebuild">Whether every document is to be read and embedded again, and another corpus's contents may go.</param>
    /// <exception cref="IndexException">The index was made from another corpus and <paramref name="rebuild"/> is false.</exception>
    public void Begin(string corpus, string embeddingModel, string chunking, bool rebuild) => connections.Write(connection =>
    {
        var indexed = ManifestTable.Get(connection, ManifestTable.Corpus);
        if (!rebuild && indexed is not null && indexed != corpus)
        {
            throw IndexException.OtherCorpus(connections.Path, indexed, corpus);
        }

        if (rebuild || ManifestTable.Get(connection, ManifestTable.EmbeddingModel) != embeddingModel)
        {
            connection.Execute("DELETE FROM passage_vectors");
            connection.Execute("DELETE FROM sentence_vectors");
            ManifestTable.Set(connection, ManifestTable.Dimensions, null);
        }

        if (ManifestTable.Get(connection, ManifestTable.EmbeddingModel) != embeddingModel || ManifestTable.Get(connection, ManifestTable.Chunking) != chunking)
        {
            // Other vectors or passages give other scores: a threshold chosen for the old ones would mean nothing.
            ManifestTable.Set(connection, ManifestTable.AbstentionThreshold, null);
        }

        if (rebuild)
        {
            connection.Execute("UPDATE documents SET source_hash = ''");
        }

        ManifestTable.Set(connection, ManifestTable.Corpus, corpus);
        ManifestTable.Set(connection, ManifestTable.EmbeddingModel, embeddingModel);
        ManifestTable.Set(connection, ManifestTable.Chunking, chunking);
    });

    /// <summary>Reads the mentions of a stored document anew.</summary>
    public void ReadMentions(Document document)
    {
        var names = MentionReader.Read(document);
        connections.Write(connection =>
        {
            // Gone meanwhile, or another text: whoever wrote that has read its mentions too.
            if (connection.Query("SELECT id FROM documents WHERE document_id = $1 AND content_hash = $2", row => row.GetInt64(0), document.Id, document.ContentHash) is [var row])
            {
                MentionTable.Replace(connection, row, names, MentionReader.Version);
            }
        });
    }

    /// <summary>The ids of documents whose mentions were read by another version of the extractor, or never.</summary>
    public IReadOnlyList<string> FindDocumentsWithOldMentions() => connections.Run(connection => connection.Query(
        """
        SELECT document_id FROM documents
        WHERE NOT EXISTS (SELECT 1 FROM mention_versions v WHERE v.document = documents.id AND v.version = $1) ORDER BY document_id
        """,
        row => row.GetString(0),
        MentionReader.Version));

    /// <summary>Sets the score under which questions are refused; null leaves it to the configuration.</summary>
    public void SetAbstentionThreshold(double? threshold) => connections.Write(connection =>
        ManifestTable.Set(connection, ManifestTable.AbstentionThreshold, threshold?.ToString("R", CultureInfo.InvariantCulture)));

    private static void RequireModel(SqliteConnection connection, string embeddingModel)
    {
        if (ManifestTable.Get(connection, ManifestTable.EmbeddingModel) is { } model && model != embeddingModel)
        {
            throw IndexException.OtherModel(model, embeddingModel);
        }
    }

    private static void RequireDimensions(SqliteConnection connection, string model, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var indexed = ManifestTable.ReadDimensions(connection);
        var expected = indexed ?? vectors[0].Length;
        foreach (var vector in vectors)
        {
            if (vector.Length != expected)
            {
                throw IndexException.OtherDimensions(model, expected, vector.Length);
            }
        }

        if (indexed is null)
        {
            ManifestTable.Set(connection, ManifestTable.Dimensions, expected.ToString(CultureInfo.InvariantCulture));
        }
    }
}
