using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace ForumQA.VectorData;

/// <summary>What a collection is asked, each question answered from one state of the index that is let go before anything is handed out.</summary>
internal sealed class PassageQueries(IndexStore store, Retriever retriever, IEmbeddingGenerator<string, Embedding<float>> embedder)
{
    /// <summary>The records of the given ids, in that order; of unknown ids there is none.</summary>
    public IReadOnlyList<PassageRecord> Get(IReadOnlyList<string> ids, bool includeVectors)
    {
        using var snapshot = store.OpenSnapshot();
        var rows = snapshot.Passages.FindRows(ids.Distinct(StringComparer.Ordinal));
        var records = PassageRecordReader.Read(snapshot, [.. rows.Values], includeVectors);
        return [.. ids.Where(rows.ContainsKey).Select(id => records[rows[id]])];
    }

    /// <summary>The records that a condition is true for, in its order.</summary>
    public IReadOnlyList<PassageRecord> Find(PassageCondition condition, int skip, int top, bool includeVectors)
    {
        using var snapshot = store.OpenSnapshot();
        var rows = snapshot.Passages.FindRows(condition, skip, top);
        var records = PassageRecordReader.Read(snapshot, rows, includeVectors);
        return [.. rows.Select(row => records[row])];
    }

    /// <summary>The records whose vectors have the greatest inner product with a value's.</summary>
    public async Task<IReadOnlyList<VectorSearchResult<PassageRecord>>> SearchAsync(
        SearchValue value, PassageCondition? condition, ResultPage page, CancellationToken cancellationToken)
    {
        using var snapshot = store.OpenSnapshot();
        var vector = await value.ToVectorAsync(snapshot, embedder, cancellationToken).ConfigureAwait(false);
        var within = condition is null ? null : snapshot.Passages.FindByCondition(condition);
        var limit = Math.Min(page.Last, within?.Rows.Length ?? snapshot.Passages.Count());
        var found = limit == 0 ? [] : snapshot.Vectors.Search(vector.Span, (int)limit, within);
        return Read(snapshot, found, page);
    }

    /// <summary>The records that <see cref="Retriever"/> finds for a text and keywords, or for keywords and a vector.</summary>
    public async Task<IReadOnlyList<VectorSearchResult<PassageRecord>>> HybridSearchAsync(
        SearchValue value, IReadOnlyList<string> keywords, PassageCondition? condition, ResultPage page, CancellationToken cancellationToken)
    {
        using var snapshot = store.OpenSnapshot();
        var words = JoinWords(value.Text, keywords);

        // A question by itself is embedded by the retriever, which corrects its spelling first.
        var isQuestion = words == value.Text;
        var within = condition is null ? null : snapshot.Passages.FindByCondition(condition);

        // As many for every page: how many are proposed can change their order.
        var evidence = await retriever.RetrieveAsync(
            snapshot,
            retriever.Read(snapshot, words),
            isQuestion ? null : token => value.ToVectorAsync(snapshot, embedder, token),
            within,
            RetrievalOptions.HighestLimit,
            cancellationToken).ConfigureAwait(false);
        var rows = snapshot.Passages.FindRows(evidence.Select(found => found.Passage.Id));
        return Read(snapshot, [.. evidence.Select(found => new ScoredRow(rows[found.Passage.Id], found.Score))], page);
    }

    /// <summary>The text, then the keywords that add to it; callers often give the text's own words as keywords.</summary>
    private static string JoinWords(string? text, IReadOnlyList<string> keywords)
    {
        var known = Tokenizer.Tokenize(text).Select(token => token.Word.Stem).ToHashSet(StringComparer.Ordinal);
        var added = keywords.Where(keyword => Tokenizer.Tokenize(keyword).Any(token => !known.Contains(token.Word.Stem)));
        return string.Join(' ', added.Prepend(text).Where(part => part is not null));
    }

    private static List<VectorSearchResult<PassageRecord>> Read(IndexSnapshot snapshot, IReadOnlyList<ScoredRow> found, ResultPage page)
    {
        var shown = found.Where(scored => !(scored.Score < page.LowestScore)).Skip(page.Skip).Take(page.Top).ToList();
        var records = PassageRecordReader.Read(snapshot, [.. shown.Select(scored => scored.Row)], page.IncludeVectors);
        return shown.ConvertAll(scored => new VectorSearchResult<PassageRecord>(records[scored.Row], scored.Score));
    }
}

/// <summary>Which of the results are handed out.</summary>
/// <param name="Skip">How many of the best are left out.</param>
/// <param name="Top">At most so many.</param>
/// <param name="LowestScore">Those of a lower score are left out; null keeps all.</param>
/// <param name="IncludeVectors">Whether records carry their vector.</param>
internal sealed record ResultPage(int Skip, int Top, double? LowestScore, bool IncludeVectors)
{
    /// <summary>The number of the last result, from 1.</summary>
    public long Last => (long)Skip + Top;
}
