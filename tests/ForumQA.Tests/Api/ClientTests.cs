using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ForumQA.Client;
using Microsoft.Extensions.DependencyInjection;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

/// <summary>The typed client against the real service, over HTTP.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Asks_and_gets_an_answer_whose_quotations_stand_in_their_documents()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);

        var answer = await client.AskAsync(ServiceFolder.Question);

        Assert.Equal((AnswerStatus.Answered, "fact"), (answer.Status, answer.Kind));
        Assert.Contains("Tom Birch", Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
        Assert.Equal(Support.Supported, answer.Sentences[0].Support);
        var citation = Assert.Single(answer.Citations);
        var document = await client.GetDocumentAsync(citation.DocumentId);
        Assert.Equal("town/harbour.md", document.Id);
        Assert.Equal(citation.Quotation, document.Text[citation.Start..citation.End]);
        Assert.Equivalent(answer, await client.GetAnswerAsync(answer.Id));
    }

    [Fact]
    public async Task Gives_the_answer_while_it_is_made()
    {
        await using var service = await StartAsync();
        var steps = new List<AnswerEvent>();

        await foreach (var step in new ForumQAClient(service.Client).AskStreamingAsync(ServiceFolder.Question))
        {
            steps.Add(step);
        }

        Assert.NotEmpty(Assert.IsType<AnswerEvent.Found>(steps[0]).Passages);
        var sentence = Assert.Single(steps.OfType<AnswerEvent.Sentence>());
        var completed = Assert.IsType<AnswerEvent.Completed>(steps[^1]).Answer;
        Assert.Equal(Assert.Single(completed.Sentences).Text, sentence.Verified.Text);
        Assert.Equal(Assert.Single(completed.Citations), Assert.Single(sentence.Citations));
    }

    [Fact]
    public async Task Says_why_there_is_no_answer()
    {
        await using var service = await StartAsync();

        var answer = await new ForumQAClient(service.Client).AskAsync(new Question("What is the capital of Peru?") { Mode = AnswerMode.Extractive });

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.NotEmpty(answer.Abstention!.Reason);
    }

    [Fact]
    public async Task Conversations_searches_checks_and_lists_are_typed_too()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);

        var conversation = await client.CreateConversationAsync("The harbour");
        var answer = await client.AskAsync(new Question(ServiceFolder.Question) { ConversationId = conversation.Id });
        var passages = await client.SearchAsync("rye bread", limit: 1);
        var check = await client.CheckAsync("The lighthouse of Lindale is 48 metres high.");
        var documents = await client.ListDocumentsAsync(limit: 1);
        var next = await client.ListDocumentsAsync(documents.Next);
        await client.DeleteConversationAsync(conversation.Id);

        Assert.Equal(("The harbour", conversation.Id), (conversation.Title, answer.ConversationId));
        Assert.Equal("bakery.md", Assert.Single(passages).DocumentId);
        Assert.Equal((ClaimVerdict.Contradicted, "42 metres"), (Assert.Single(check.Claims).Verdict, Assert.Single(check.Claims[0].Conflicts).Stated));
        Assert.Equal((2, "bakery.md", "town/harbour.md"), (documents.Total, Assert.Single(documents.Documents).Id, Assert.Single(next.Documents).Id));
        Assert.Equal("conversation-unknown", (await Assert.ThrowsAsync<ForumQAProblemException>(() => client.DeleteConversationAsync(conversation.Id))).Code);
    }

    [Fact]
    public async Task Documents_are_uploaded_asked_about_and_deleted()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);
        using var bridge = new MemoryStream(Encoding.UTF8.GetBytes("# The bridge\n\nThe bridge of Lindale was built by Nora Flint in 1902."));

        var added = await client.AddDocumentsAsync([new DocumentFile("bridge of Lindale, 橋.md", bridge), DocumentFile.FromText("mill.txt", "The mill of Lindale stands by the river.")]);
        var answer = await client.AskAsync("Who built the bridge of Lindale?");
        var taken = await Assert.ThrowsAsync<ForumQAProblemException>(() => client.AddDocumentsAsync([DocumentFile.FromText("mill.txt", "Another mill.")]));
        var again = await client.AddDocumentsAsync([DocumentFile.FromText("mill.txt", "Another mill.")], replace: true);
        var empty = await Assert.ThrowsAsync<ForumQAProblemException>(() => client.AddDocumentsAsync([DocumentFile.FromText("empty.txt", " ")]));

        Assert.Equal([new("uploads/bridge of Lindale, 橋.md", false), new AddedDocument("uploads/mill.txt", false)], added);
        Assert.True(bridge.CanRead);
        Assert.Contains("Nora Flint", Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "document-exists"), (taken.Status, taken.Code));
        Assert.Equal(new AddedDocument("uploads/mill.txt", true), Assert.Single(again));
        Assert.Equal((HttpStatusCode.UnprocessableContent, "file-empty"), (empty.Status, empty.Code));
        Assert.Equal("Another mill.", (await client.GetDocumentAsync("uploads/mill.txt")).Text);
        await client.DeleteDocumentAsync(added[0].Id);
        Assert.Equal("document-unknown", (await Assert.ThrowsAsync<ForumQAProblemException>(() => client.DeleteDocumentAsync(added[0].Id))).Code);
    }

    [Fact]
    public async Task The_index_takes_in_what_has_changed_and_tells_how_far_it_is()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);
        var steps = new List<IndexProgress>();
        await File.WriteAllTextAsync(Path.Combine(service.Folder.Corpus, "mill.txt"), "The mill of Lindale stands by the river.");
        await File.WriteAllTextAsync(Path.Combine(service.Folder.Corpus, "empty.txt"), " ");
        File.Delete(Path.Combine(service.Folder.Corpus, "bakery.md"));

        var result = await client.IndexAsync(progress: new Steps(steps));
        var rebuilt = await client.IndexAsync(rebuild: true);

        Assert.Equal((2, "mill.txt", "bakery.md", "town/harbour.md"), (result.Documents, Assert.Single(result.Added), Assert.Single(result.Deleted), Assert.Single(result.Unchanged)));
        Assert.Contains("Put text into it", Assert.Single(result.Failures).Reason, StringComparison.Ordinal);
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.InRange(step.Done, 0, step.Total));
        Assert.True(result.Passages >= 2);
        Assert.Empty(rebuilt.Unchanged);
    }

    [Fact]
    public async Task Mentions_are_listed_by_kind_document_and_name()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);

        var all = await client.ListMentionsAsync();
        var people = await client.ListMentionsAsync(new MentionQuery { Kind = MentionKind.Person, Document = "town/harbour.md", Limit = 1 });
        var tom = await client.ListMentionsAsync(new MentionQuery { Name = "tom birch" });

        Assert.Contains(all.Names, name => name.Kind != MentionKind.Person || !name.Documents.Contains("town/harbour.md"));
        Assert.Equal((MentionKind.Person, "town/harbour.md"), (Assert.Single(people.Names).Kind, Assert.Single(people.Names[0].Documents)));
        Assert.Empty(people.Mentions);
        Assert.Equal("Tom Birch", Assert.Single(tom.Names).Name);
        var mention = tom.Mentions[0];
        var text = (await client.GetDocumentAsync(mention.DocumentId)).Text;
        Assert.Equal((mention.Text, mention.Sentence), (text[mention.Start..mention.End], text[mention.SentenceStart..mention.SentenceEnd]));
        Assert.Equal("document-unknown", (await Assert.ThrowsAsync<ForumQAProblemException>(() => client.ListMentionsAsync(new MentionQuery { Document = "no/such.md" }))).Code);
    }

    [Fact]
    public async Task A_check_can_be_narrowed_to_some_documents()
    {
        await using var service = await StartAsync();
        const string Claim = "The lighthouse of Lindale is 48 metres high.";

        var check = await new ForumQAClient(service.Client).CheckAsync(Claim, new QuestionFilter { Documents = ["bakery.md"] });

        Assert.Equal(ClaimVerdict.NotFound, Assert.Single(check.Claims).Verdict);
    }

    [Fact]
    public async Task What_is_cancelled_ends_at_once()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AddDocumentsAsync([DocumentFile.FromText("mill.txt", "A mill.")], cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DeleteDocumentAsync("bakery.md", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.IndexAsync(cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListMentionsAsync(cancellationToken: cancelled));
        Assert.Equal(2, (await client.ListDocumentsAsync()).Total);
    }

    [Fact]
    public async Task A_run_of_the_index_that_breaks_off_or_fails_is_an_exception()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new HttpClient { BaseAddress = new Uri($"http://{listener.LocalEndpoint}") };
        var broken = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\nevent: progress\ndata: {\"done\":1,\"total\":2,\"documentId\":\"a.md\"}\n\n");

        await Assert.ThrowsAsync<HttpRequestException>(() => new ForumQAClient(http).IndexAsync());
        await broken;
        var failed = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\nevent: error\ndata: {\"status\":409,\"code\":\"indexing-busy\",\"detail\":\"Wait.\"}\n\n");
        var error = await Assert.ThrowsAsync<ForumQAProblemException>(() => new ForumQAClient(http).IndexAsync());

        Assert.Equal(("indexing-busy", "Wait."), (error.Code, error.Message));
        await failed;
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_the_services_own_code_and_remedy()
    {
        await using var service = await StartAsync();
        var client = new ForumQAClient(service.Client);

        var empty = await Assert.ThrowsAsync<ForumQAProblemException>(() => client.AskAsync(" "));
        var streamed = await Assert.ThrowsAsync<ForumQAProblemException>(async () => await client.AskStreamingAsync(" ").LastAsync());
        var unknown = await Assert.ThrowsAsync<ForumQAProblemException>(() => client.GetDocumentAsync("no/such.md"));

        Assert.Equal((HttpStatusCode.BadRequest, "question-empty", "question"), (empty.Status, empty.Code, empty.Field));
        Assert.Contains("Put the question there", empty.Message, StringComparison.Ordinal);
        Assert.NotEmpty(empty.RequestId!);
        Assert.Equal(("question-empty", "document-unknown"), (streamed.Code, unknown.Code));
    }

    [Fact]
    public async Task What_is_not_the_service_is_named_as_such()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener, "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nRetry-After: 7\r\nContent-Length: 4\r\nConnection: close\r\n\r\noops");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{listener.LocalEndpoint}") };

        var error = await Assert.ThrowsAsync<ForumQAProblemException>(() => new ForumQAClient(http).AskAsync("Who?"));

        Assert.Equal(("unknown", HttpStatusCode.BadGateway, TimeSpan.FromSeconds(7)), (error.Code, error.Status, error.RetryAfter));
        Assert.Contains("Check that the address is that of the service", error.Message, StringComparison.Ordinal);
        await served;
    }

    [Fact]
    public async Task A_failure_in_the_midst_of_a_stream_is_an_exception_and_an_unknown_event_is_passed_over()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\nevent: lead\ndata: {\"text\":\"One\",\"new\":1}\n\nevent: later\ndata: {}\n\nevent: error\ndata: {\"status\":504,\"code\":\"timed-out\",\"detail\":\"It took too long.\"}\n\n");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{listener.LocalEndpoint}") };
        var steps = new List<AnswerEvent>();

        var error = await Assert.ThrowsAsync<ForumQAProblemException>(async () =>
        {
            await foreach (var step in new ForumQAClient(http).AskStreamingAsync("Who?"))
            {
                steps.Add(step);
            }
        });

        Assert.Equal(new AnswerEvent.Lead("One"), Assert.Single(steps));
        Assert.Equal(("timed-out", "It took too long."), (error.Code, error.Message));
        await served;
    }

    [Fact]
    public async Task Is_registered_with_its_address_and_key()
    {
        await using var service = await StartAsync();
        var services = new ServiceCollection();
        services.AddForumQAClient(service.Address, "a key that nobody needs");
        await using var provider = services.BuildServiceProvider();

        Assert.NotEmpty((await provider.GetRequiredService<ForumQAClient>().AskAsync(ServiceFolder.Question)).Sentences);
    }

    [Fact]
    public async Task The_sample_prints_an_answer_with_its_sources()
    {
        await using var service = await StartAsync();
        var program = Repository.Path(
            "docs", "samples", "Client", "bin", Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "../.."), AppContext.BaseDirectory), "ClientSample.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, service.Address.ToString(), ServiceFolder.Question]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;

        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("The keeper of the lighthouse in 1930 was Tom Birch. [1]", output, StringComparison.Ordinal);
        Assert.Contains("[1] The harbour: “", output, StringComparison.Ordinal);
    }

    private sealed class Steps(List<IndexProgress> steps) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => steps.Add(value);
    }

    /// <summary>Answers one request with what is given, whatever it asks.</summary>
    private static async Task ServeAsync(TcpListener listener, string response)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) || !request.ToString().Contains('}', StringComparison.Ordinal))
        {
            request.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(response));
    }
}
