using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Tests.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.PostgreSql;

/// <summary>Both engines find the same, with the same scores to the last bit, and so give the same answers.</summary>
[Collection(OneServer.Name)]
public sealed class SameAsTheFileTests(PostgreSqlServer server) : IDisposable
{
    private const int Documents = 300;

    private readonly IndexHome _file = IndexHome.OfSqlite();

    public void Dispose() => _file.Dispose();

    [PostgreSqlFact]
    public void Ranks_passages_by_words()
    {
        using var home = IndexHome.OfPostgreSql(server);
        using var file = _file.Place.OpenOrCreate();
        using var database = home.Place.OpenOrCreate();
        var random = new Random(20261129);
        foreach (var batch in Enumerable.Range(0, Documents).Select(i => Rows(i, random)).Chunk(70))
        {
            file.Writer.Put(batch, [], "m", DateTimeOffset.UnixEpoch);
            database.Writer.Put(batch, [], "m", DateTimeOffset.UnixEpoch);
        }

        AssertSame(file, database, random);
    }

    /// <remarks>The file's scores are those of a new file: FTS5 goes on counting rows that are gone in a table of this kind (contentless_delete), PostgreSQL's index does not.</remarks>
    [PostgreSqlFact]
    public void Ranks_passages_after_documents_have_gone_and_changed_as_if_they_had_never_been()
    {
        using var home = IndexHome.OfPostgreSql(server);
        using var file = _file.Place.OpenOrCreate();
        using var database = home.Place.OpenOrCreate();
        var left = Enumerable.Range(0, Documents).Where(i => i % 2 == 1 || i >= 200).ToList();
        var changed = Enumerable.Range(100, 50).Where(left.Contains).ToList();
        database.Writer.Put([.. Enumerable.Range(0, Documents).Select(i => Rows(i, new Random(i)))], [], "m", DateTimeOffset.UnixEpoch);
        database.Writer.Delete([.. Enumerable.Range(0, Documents).Except(left).Select(i => $"{i:000}")]);
        database.Writer.Put([.. changed.Select(i => Rows(i, new Random(-i)))], [], "m", DateTimeOffset.UnixEpoch);
        file.Writer.Put([.. left.Select(i => Rows(i, new Random(changed.Contains(i) ? -i : i)))], [], "m", DateTimeOffset.UnixEpoch);

        Assert.Empty(database.Check());
        using var inFile = file.OpenSnapshot();
        using var inDatabase = database.OpenSnapshot();
        var random = new Random(20261129);
        for (var question = 0; question < 100; question++)
        {
            var stems = Enumerable.Range(0, 1 + random.Next(7)).Select(_ => Word(random)).Distinct().ToList();
            Assert.Equal(ScoresById(inFile, stems), ScoresById(inDatabase, stems));
        }
    }

    [PostgreSqlFact]
    public async Task Answers_the_questions_of_the_forum()
    {
        using var home = IndexHome.OfPostgreSql(server);
        var cases = (await CaseFile.ReadAsync(Repository.Path("evals", "forum.jsonl"), CancellationToken.None)).Cases.Where(one => one.Before is null && one.History.Count == 0);
        var (ofFile, ofDatabase) = (await OpenAsync(_file), await OpenAsync(home));
        foreach (var question in cases.Select(one => one.Question))
        {
            Assert.Equal(await DescribeAsync(ofFile, question), await DescribeAsync(ofDatabase, question));
        }
    }

    private static async Task<Answerer> OpenAsync(IndexHome home)
    {
        var embedder = new CharacterGramEmbeddingGenerator();
        var chunking = Options.Create(new ChunkingOptions());
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, embedder, TimeProvider.System);
        var store = home.Place.OpenOrCreate();
        await indexer.SynchronizeAsync(store, new IndexingRequest { Corpus = Repository.Path("seeds") }, progress: null, CancellationToken.None);
        return new Answerer(store, new Retriever(store, embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
    }

    private static async Task<string> DescribeAsync(Answerer answerer, string question)
    {
        await foreach (var update in answerer.AnswerAsync(new AnswerRequest(question), CancellationToken.None))
        {
            if (update is AnswerCompleted { Answer: var answer })
            {
                return string.Join('\n', [
                    $"{question}: {answer.Status} {answer.Score:R} {answer.Abstention?.Reason}",
                    .. answer.Sentences.Select(sentence => $"{sentence.Text} {string.Join(' ', sentence.Citations.Select(citation => $"{citation.Number} {citation.DocumentId} {citation.Start}-{citation.End}"))}"),
                    .. answer.Evidence.Select(evidence => $"{evidence.Passage.Id} {evidence.Score:R} {evidence.LexicalScore:R} {evidence.VectorScore:R}")]);
            }
        }

        throw new InvalidOperationException("No answer.");
    }

    private static Dictionary<string, double> ScoresById(IndexSnapshot snapshot, List<string> stems)
    {
        var found = snapshot.Words.Search(stems, 10 * Documents);
        return snapshot.Passages.Load([.. found.Select(row => row.Row)]).Zip(found).ToDictionary(pair => pair.First.Passage.Id, pair => pair.Second.Score);
    }

    private static void AssertSame(IndexStore file, IndexStore database, Random random)
    {
        using var inFile = file.OpenSnapshot();
        using var inDatabase = database.OpenSnapshot();
        var within = inFile.Passages.FindByDocuments([.. Enumerable.Range(0, 40).Select(i => (long)(i * 7))]);
        Assert.Equal(within.Rows, inDatabase.Passages.FindByDocuments(within.Documents!).Rows);
        for (var question = 0; question < 200; question++)
        {
            var stems = Enumerable.Range(0, 1 + random.Next(7)).Select(_ => Word(random)).Append("nowher").Distinct().ToList();

            Assert.Equal(inFile.Words.CountPassagesWith(stems), inDatabase.Words.CountPassagesWith(stems));
            Assert.Equal(inFile.Words.Search(stems, 20), inDatabase.Words.Search(stems, 20));
            Assert.Equal(inFile.Words.Search(stems, 20, within), inDatabase.Words.Search(stems, 20, within));
            Assert.Equal(inFile.Words.SearchBounded(stems, inFile.Passages.Count(), 20), inDatabase.Words.SearchBounded(stems, inDatabase.Passages.Count(), 20));
        }

        Assert.Equal(inFile.Spellings.Load().FindNear("w1", 1), inDatabase.Spellings.Load().FindNear("w1", 1));
    }

    /// <summary>w0 in nearly every passage, w39 in hardly any.</summary>
    private static string Word(Random random) => $"w{(int)Math.Exp(random.NextDouble() * Math.Log(40))}";

    private static DocumentRows Rows(int number, Random random)
    {
        var id = $"{number:000}";
        var passages = Enumerable.Range(0, 1 + random.Next(5)).Select(i => string.Join(' ', Enumerable.Range(0, 10 + random.Next(30)).Select(_ => Word(random)))).ToList();
        var text = string.Join('\n', passages);
        var start = 0;
        return DocumentRows.Of(
            new Document { Id = id, Title = $"T {Word(random)}", Uri = id, Text = text },
            new SourceStamp("hash", 1, DateTime.UnixEpoch),
            [.. passages.Select((passage, i) =>
            {
                var cut = new Passage { Id = $"{id}#{i}", DocumentId = id, Ordinal = i, Start = start, End = start + passage.Length, Text = passage, Heading = i % 2 == 0 ? "w3 w39" : null };
                start += passage.Length + 1;
                return cut;
            })]);
    }
}
