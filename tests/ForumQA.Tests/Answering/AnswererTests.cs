using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Tests.Models;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Answering;

/// <summary>The whole pipeline over a small folder of documents.</summary>
public sealed class AnswererTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CharacterGramEmbeddingGenerator _embedder = new();
    private IndexStore _store = null!;
    private Answerer _answerer = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder["corpus"]);
        await File.WriteAllTextAsync(_folder["corpus/forum.md"],
            """
            # The digital economy sub-forum

            The digital economy sub-forum was held on December 1, 2020 in Beijing and Tokyo. Twelve experts from China and Japan took part.

            Liu Song, Vice President of Alibaba, compared managing data to controlling water. He said that water was led, not dammed.

            China proposed to share logistics data with neighbouring countries. Japan proposed common rules for cross-border data.
            """);
        await File.WriteAllTextAsync(_folder["corpus/ageing.md"],
            """
            # AI and ageing societies

            Artificial intelligence can help ageing societies to care for the elderly. Robots already lift patients in Japanese hospitals.
            """);
        var chunking = Options.Create(new ChunkingOptions());
        _store = IndexStore.OpenOrCreate(_folder["index.db"]);
        var indexer = new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, _embedder, TimeProvider.System);
        await indexer.SynchronizeAsync(_store, new IndexingRequest { Corpus = _folder["corpus"] }, null, CancellationToken.None);
        _answerer = new Answerer(_store, new Retriever(_store, _embedder, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _embedder.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Gives_no_sentence_whose_quotation_does_not_stand_in_its_document()
    {
        using (var connection = new SqliteConnection($"Data Source={_folder["index.db"]};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE documents SET text = upper(text)";
            command.ExecuteNonQuery();
        }

        AnswerCompleted? completed = null;
        await foreach (var update in _answerer.AnswerAsync(new AnswerRequest("Who compared managing data to water control?"), CancellationToken.None))
        {
            Assert.IsNotType<SentenceVerified>(update);
            completed = update as AnswerCompleted ?? completed;
        }

        Assert.Equal(AnswerStatus.NotFound, completed!.Answer.Status);
        Assert.Contains("--rebuild", completed.Answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_search_with_another_model_than_made_the_index()
    {
        using var other = new FakeEmbedder("other", dimensions: 5);
        var answerer = new Answerer(_store, new Retriever(_store, other, Options.Create(new RetrievalOptions())), Options.Create(new AbstentionOptions()));

        var error = await Assert.ThrowsAsync<IndexException>(async () =>
        {
            await foreach (var _ in answerer.AnswerAsync(new AnswerRequest("Who spoke?"), CancellationToken.None))
            {
            }
        });

        Assert.Equal("embedding-model-changed", error.Code);
        Assert.Contains("forumqa index", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who compared managing data to water control?", "Liu Song")]
    [InlineData("When was the sub-forum held?", "December 1, 2020")]
    [InlineData("What did Japan propose?", "common rules")]
    [InlineData("What do robots lift?", "patients")]
    public async Task Answers_in_the_words_of_the_documents(string question, string expected)
    {
        var answer = await AskAsync(question);

        Assert.NotEqual(AnswerStatus.NotFound, answer.Status);
        Assert.Contains(expected, answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.All(answer.Sentences, sentence => Assert.Equal(Support.Supported, sentence.Support));
        Assert.All(answer.Citations, citation =>
            Assert.Equal(citation.Quotation, _store.Documents.Find(citation.DocumentId)!.Text[citation.Start..citation.End]));
    }

    [Theory]
    [InlineData("Which enzyme breaks down lactose?")]
    [InlineData("Who won the football world cup in 1954?")]
    public async Task Refuses_what_the_documents_do_not_speak_of(string question)
    {
        var answer = await AskAsync(question);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Empty(answer.Sentences);
        Assert.NotEmpty(answer.Abstention!.UnmatchedTerms);
    }

    [Fact]
    public async Task Understands_a_follow_up_question()
    {
        var history = new[] { new ConversationTurn("What did China propose about data?", "China proposed to share logistics data with neighbouring countries.") };

        var answer = await AskAsync("And what about Japan?", history);

        Assert.Contains("Japan proposed common rules", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("And what about Japan?", answer.Question);
    }

    [Fact]
    public async Task Tells_evidence_first_then_each_sentence_then_the_answer()
    {
        var updates = await _answerer.AnswerAsync(new AnswerRequest("Who compared managing data to water control?"), CancellationToken.None).ToListAsync();

        var found = Assert.IsType<EvidenceFound>(updates[0]);
        var completed = Assert.IsType<AnswerCompleted>(updates[^1]);
        Assert.Equal(completed.Answer.Sentences, updates[1..^1].Cast<SentenceVerified>().Select(update => update.Sentence));
        Assert.NotEmpty(found.Evidence[0].Sentences);
    }

    [Fact]
    public async Task Answers_alike_to_the_byte()
    {
        var first = JsonSerializer.Serialize(await AskAsync("What did Japan propose?"));
        var again = JsonSerializer.Serialize(await AskAsync("What did Japan propose?"));

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _answerer.AnswerAsync(new AnswerRequest("Who?"), cancelled.Token).ToListAsync(cancelled.Token));
    }

    private async Task<Answer> AskAsync(string question, IReadOnlyList<ConversationTurn>? history = null)
    {
        var request = new AnswerRequest(question) { History = history ?? [] };
        var last = await _answerer.AnswerAsync(request, CancellationToken.None).LastAsync();
        return ((AnswerCompleted)last).Answer;
    }
}
