using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>What the tables of an index ask of the engine that keeps it. Most statements are the same for every engine; what each does its own way has a method.</summary>
/// <remarks>
/// A list of numbers or texts is one parameter of a statement, asked as <c>= ANY ($1)</c>. Texts are compared by their UTF-8 bytes.
/// </remarks>
internal interface IIndexConnection : ISqlConnection
{
    /// <summary>The number of the schema that the index has.</summary>
    int ReadSchemaVersion();

    /// <summary>How many passages there are: asked at every question, so not to be counted one by one where that takes long.</summary>
    int CountPassages();

    /// <summary>The passages that hold any of the stems, best first: by BM25 with k1 = 1.2 and b = 0.75 over title, heading and body together, then by row.</summary>
    /// <remarks>
    /// The inverse document frequency is that of FTS5 (https://www.sqlite.org/fts5.html#the_bm25_function): ln((N - n + 0.5) / (n + 0.5)), at least 1e-6. The scores
    /// of stems are summed in their order, first those of <paramref name="anyOf"/>, so that engines agree to the last bit.
    /// </remarks>
    /// <param name="anyOf">Stems, each once; at least one.</param>
    /// <param name="andAnyOf">Others, of which a passage must hold one too; empty when it need not.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="within">The passages that are searched; null for all. How rare a stem is counts in the whole index either way.</param>
    IReadOnlyList<ScoredRow> Match(IReadOnlyList<string> anyOf, IReadOnlyList<string> andAnyOf, int limit, PassageSubset? within);

    /// <summary>In how many passages each of the given stems stands; absent ones are left out.</summary>
    /// <param name="stems">Each once.</param>
    IReadOnlyDictionary<string, int> CountPassagesWith(IEnumerable<string> stems);

    /// <summary>Whether there is a stem from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    bool HasStemBetween(string first, string last);

    /// <summary>What proposes near vectors; null where all of them are compared in the process.</summary>
    IVectorSearch? VectorSearch => null;

    /// <summary>All words as they are spelled, in ordinal order, with the number of passages that hold them.</summary>
    IReadOnlyList<SpelledWord> ReadSpellings();

    /// <summary>Stores documents in place of what stands under their ids, with passages, words and mentions. In a transaction.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="now">The time to record.</param>
    void Put(IReadOnlyCollection<DocumentRows> documents, DateTimeOffset now);

    /// <summary>Removes documents with everything that hangs on them. In a transaction.</summary>
    void Delete(IReadOnlyCollection<string> documentIds);

    /// <summary>Stores what a document mentions in place of what was stored before. In a transaction.</summary>
    /// <param name="document">The document's row.</param>
    /// <param name="names">What it mentions, as this version of <see cref="MentionReader"/> reads it.</param>
    void ReplaceMentions(long document, IReadOnlyList<NameRows> names);
}
