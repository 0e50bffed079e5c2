using ForumQA.Storage;

namespace ForumQA.PostgreSql;

/// <summary>Writes documents with all that hangs on them. In a transaction of the only writer there is, so that rows are numbered here.</summary>
internal sealed class DocumentCopy(PostgreSqlIndexConnection connection)
{
    /// <summary>Stores documents in place of what stands under their ids.</summary>
    public void Put(IReadOnlyCollection<DocumentRows> documents, DateTimeOffset now)
    {
        if (documents.Count == 0)
        {
            return;
        }

        Delete([.. documents.Select(document => document.Document.Id)]);
        var document = connection.Scalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM documents");
        var numbered = documents.Select(rows => (Row: document++, Rows: rows)).ToList();
        connection.Copy(
            $"documents (id, {StoredColumns.OfDocument})",
            numbered.Select(one => (object?[])[one.Row, .. StoredColumns.Of(one.Rows.Document, one.Rows.Source, now)]));
        connection.Copy("document_metadata (document, name, value)", numbered.SelectMany(one => one.Rows.Document.Metadata
            .Select(pair => (Name: MetadataTable.FoldName(pair.Key), pair.Value))
            .Distinct()
            .Select(pair => new object?[] { one.Row, pair.Name, pair.Value })));
        new MentionCopy(connection).Replace([.. numbered.Select(one => (one.Row, one.Rows.Names))]);
        PutPassages(numbered);
    }

    /// <summary>Removes documents with everything that hangs on them.</summary>
    public void Delete(IReadOnlyCollection<string> documentIds)
    {
        var passages = connection.Query(
            "SELECT p.id, p.words FROM passages p JOIN documents d ON d.id = p.document WHERE d.document_id = ANY ($1)",
            row => (Row: row.GetInt64(0), Words: row.GetInt32(1)),
            documentIds);
        if (passages.Count > 0)
        {
            new PostingTable(connection).Remove(passages.Select(passage => passage.Row).ToHashSet());
            Count(-passages.Count, -passages.Sum(passage => (long)passage.Words));
        }

        connection.Execute("DELETE FROM documents WHERE document_id = ANY ($1)", documentIds);
    }

    private void PutPassages(IReadOnlyList<(long Row, DocumentRows Rows)> documents)
    {
        var passage = connection.Scalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM passages");
        var passages = documents
            .SelectMany(document => document.Rows.Passages.Select(rows => (Document: document.Row, Rows: rows)))
            .Select(one => (Row: passage++, one.Document, Words: PassageWords.Of(one.Rows), one.Rows))
            .ToList();
        connection.Copy(
            $"passages (id, {StoredColumns.OfPassage}, words)",
            passages.Select(one => (object?[])[one.Row, .. StoredColumns.Of(one.Document, one.Rows.Passage), one.Words.Length]));
        connection.Copy(
            "acronyms (passage, acronym, expansion)",
            passages.SelectMany(one => one.Rows.Acronyms.Select(acronym => new object?[] { one.Row, acronym.Acronym, acronym.Expansion })));
        new PostingTable(connection).Add(passages.Select(one => (one.Row, one.Words)));
        Count(passages.Count, passages.Sum(one => (long)one.Words.Length));
    }

    private void Count(long passages, long words) => connection.Execute("UPDATE statistics SET passages = passages + $1, words = words + $2", passages, words);
}
