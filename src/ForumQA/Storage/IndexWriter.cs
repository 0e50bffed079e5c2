using System.Globalization;
using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>Changes an index. Each call is one transaction: a crash leaves it as it was before or as it is after.</summary>
internal sealed class IndexWriter(IIndexEngine engine)
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
        var rows = DocumentRows.Of(document, source, passages);
        if (vectors.Count > 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Count, passages.Count, nameof(vectors));
        }

        engine.Write(connection =>
        {
            RequireModel(connection, embeddingModel);
            connection.Put([rows], now);
            if (vectors.Count > 0)
            {
                RequireDimensions(connection, embeddingModel, vectors);
                VectorIndex.Insert(connection, connection.Scalar<long>("SELECT id FROM documents WHERE document_id = $1", document.Id), vectors);
            }
        });
    }

    /// <summary>Stores documents in place of what stood under their ids: all of them or none.</summary>
    /// <param name="documents">The documents; their vectors are to follow.</param>
    /// <param name="touched">The ids of documents whose file was touched without its contents changing, with what tells that it need not be read the next time.</param>
    /// <param name="embeddingModel">The model that will make vectors.</param>
    /// <param name="now">The time to record.</param>
    /// <exception cref="IndexException">The index belongs to another model; nothing was written.</exception>
    public void Put(
        IReadOnlyCollection<DocumentRows> documents, IReadOnlyCollection<(string DocumentId, SourceStamp Source)> touched, string embeddingModel, DateTimeOffset now) => engine.Write(connection =>
    {
        RequireModel(connection, embeddingModel);
        connection.Put(documents, now);
        foreach (var (documentId, source) in touched)
        {
            connection.Execute(
                "UPDATE documents SET source_length = $2, source_modified = $3 WHERE document_id = $1", documentId, source.Length, source.ModifiedUtc.Ticks);
        }
    });

    /// <summary>Stores the vectors of documents that have waited for them.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="embeddingModel">The model that made the vectors.</param>
    /// <returns>How many were written; the others have changed or gone meanwhile.</returns>
    /// <exception cref="IndexException">The index belongs to another model or has other dimensions; nothing was written.</exception>
    public int PutVectors(IReadOnlyCollection<EmbeddedDocument> documents, string embeddingModel)
    {
        var written = 0;
        engine.Write(connection =>
        {
            written = 0;
            RequireModel(connection, embeddingModel);
            foreach (var document in documents)
            {
                written += PutVectors(connection, document, embeddingModel) ? 1 : 0;
            }
        });
        return written;
    }

    /// <summary>Stores vectors as another index has them.</summary>
    /// <param name="documents">The documents, which are there with the same passages.</param>
    /// <param name="dimensions">Numbers in a vector; null when there are none.</param>
    public void PutVectors(IReadOnlyList<StoredVectors> documents, int? dimensions) => engine.Write(connection =>
    {
        ManifestTable.Set(connection, ManifestTable.Dimensions, dimensions?.ToString(CultureInfo.InvariantCulture));
        foreach (var document in documents)
        {
            document.Write(connection);
        }
    });

    /// <summary>Removes documents with everything that hangs on them: all of them or none.</summary>
    public void Delete(params IReadOnlyCollection<string> documentIds) => engine.Write(connection => connection.Delete(documentIds));

    /// <summary>
    /// Prepares the index for a run over <paramref name="corpus"/> with the given model and settings. When the model is another
    /// than before, every vector is dropped in the same transaction, so vectors of two models never stand side by side.
    /// </summary>
    /// <param name="corpus">The folder or file, as a full path.</param>
    /// <param name="embeddingModel">The model that will make vectors.</param>
    /// <param name="chunking">The chunking settings.</param>
    /// <param name="rebuild">Whether every document is to be read and embedded again, and another corpus's contents may go.</param>
    /// <exception cref="IndexException">The index was made from another corpus and <paramref name="rebuild"/> is false.</exception>
    public void Begin(string corpus, string embeddingModel, string chunking, bool rebuild) => engine.Write(connection =>
    {
        var indexed = ManifestTable.Get(connection, ManifestTable.Corpus);
        if (!rebuild && indexed is not null && indexed != corpus)
        {
            throw IndexException.OtherCorpus(engine.Name, indexed, corpus);
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

    /// <summary>Reads the mentions of stored documents anew.</summary>
    public void ReadMentions(IEnumerable<Document> documents)
    {
        var read = documents.Select(document => (Document: document, Names: NameRows.Of(document))).ToList();
        engine.Write(connection =>
        {
            foreach (var (document, names) in read)
            {
                // Gone meanwhile, or another text: whoever wrote that has read its mentions too.
                if (connection.Query("SELECT id FROM documents WHERE document_id = $1 AND content_hash = $2", row => row.GetInt64(0), document.Id, document.ContentHash) is [var row])
                {
                    connection.ReplaceMentions(row, names);
                }
            }
        });
    }

    /// <summary>The ids of documents whose mentions were read by another version of the extractor, or never.</summary>
    public IReadOnlyList<string> FindDocumentsWithOldMentions() => engine.Run(connection => connection.Query(
        """
        SELECT document_id FROM documents
        WHERE NOT EXISTS (SELECT 1 FROM mention_versions v WHERE v.document = documents.id AND v.version = $1) ORDER BY document_id
        """,
        row => row.GetString(0),
        MentionReader.Version));

    /// <summary>Sets the score under which questions are refused; null leaves it to the configuration.</summary>
    public void SetAbstentionThreshold(double? threshold) => engine.Write(connection =>
        ManifestTable.Set(connection, ManifestTable.AbstentionThreshold, threshold?.ToString("R", CultureInfo.InvariantCulture)));

    private static bool PutVectors(IIndexConnection connection, EmbeddedDocument embedded, string embeddingModel)
    {
        var (document, vectors, sentences) = embedded;
        if (connection.Scalar<string>("SELECT source_hash FROM documents WHERE id = $1", document.Row) != document.SourceHash)
        {
            return false;
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

        return true;
    }

    private static void RequireModel(IIndexConnection connection, string embeddingModel)
    {
        if (ManifestTable.Get(connection, ManifestTable.EmbeddingModel) is { } model && model != embeddingModel)
        {
            throw IndexException.OtherModel(model, embeddingModel);
        }
    }

    private static void RequireDimensions(IIndexConnection connection, string model, IReadOnlyList<ReadOnlyMemory<float>> vectors)
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
