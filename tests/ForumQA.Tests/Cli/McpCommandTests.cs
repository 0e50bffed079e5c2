using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Tests.Models;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ForumQA.Tests.Cli;

/// <summary>The tool server as a client of the official SDK finds it.</summary>
public sealed class McpCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CliCorpus _corpus = new();
    private readonly CancellationTokenSource _limit = new(Patience);

    [Fact]
    public async Task A_client_learns_what_the_server_is_and_which_tools_it_has()
    {
        await using var client = await ConnectAsync();

        var tools = await client.ListToolsAsync(cancellationToken: _limit.Token);

        Assert.Equal("forumqa", client.ServerInfo?.Name);
        Assert.Contains("proves every sentence", client.ServerInstructions!, StringComparison.Ordinal);
        Assert.Equal(["answer", "check", "compare", "find_documents", "list", "read_document", "search", "summarize"], tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool =>
        {
            Assert.False(string.IsNullOrEmpty(tool.Title));
            Assert.Equal(
                (true, false, true, false),
                (tool.ProtocolTool.Annotations?.ReadOnlyHint, tool.ProtocolTool.Annotations?.DestructiveHint, tool.ProtocolTool.Annotations?.IdempotentHint, tool.ProtocolTool.Annotations?.OpenWorldHint));
            Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString());
            Assert.NotEmpty(tool.JsonSchema.GetProperty("required").EnumerateArray());
        });
    }

    [Fact]
    public async Task Each_tool_gives_text_for_a_model_and_data_for_a_program()
    {
        await using var client = await ConnectAsync();

        var answer = await CallAsync(client, "answer", new() { ["question"] = "Who opened the new harbour of Lindale?" });
        var found = await CallAsync(client, "search", new() { ["question"] = "lighthouse keeper", ["limit"] = 1 });
        var citation = answer.StructuredContent!.Value.GetProperty("citations")[0];
        var read = await CallAsync(client, "read_document", new()
        {
            ["documentId"] = citation.GetProperty("documentId").GetString(),
            ["start"] = citation.GetProperty("start").GetInt32(),
            ["end"] = citation.GetProperty("end").GetInt32(),
        });

        Assert.StartsWith("Status: answered.\n\nAda Quill opened", TextOf(answer), StringComparison.Ordinal);
        Assert.Equal("answered", answer.StructuredContent.Value.GetProperty("status").GetString());
        Assert.Contains("Tom Birch", TextOf(found), StringComparison.Ordinal);
        Assert.Equal("harbour.md", Assert.Single(found.StructuredContent!.Value.GetProperty("results").EnumerateArray()).GetProperty("documentId").GetString());
        Assert.Equal(citation.GetProperty("quotation").GetString(), read.StructuredContent!.Value.GetProperty("text").GetString());
        Assert.EndsWith($"\n\n{citation.GetProperty("quotation").GetString()}", TextOf(read), StringComparison.Ordinal);
        var check = await CallAsync(client, "check", new() { ["text"] = "The lighthouse of Lindale is 44 metres high." });
        Assert.StartsWith("Supported: 0. In part: 0. Contradicted: 1.", TextOf(check), StringComparison.Ordinal);
        Assert.Equal("44 metres", check.StructuredContent!.Value.GetProperty("claims")[0].GetProperty("conflicts")[0].GetProperty("claimed").GetString());
        Assert.All([answer, found, read, check], result => Assert.NotEqual(true, result.IsError));
    }

    [Fact]
    public async Task A_summary_comes_as_text_and_as_data_that_say_what_they_are()
    {
        await using var client = await ConnectAsync();

        var summary = await CallAsync(client, "summarize", new() { ["subject"] = "the harbour", ["sentences"] = 2 });

        Assert.NotEqual(true, summary.IsError);
        Assert.StartsWith("Status: answered.\nKind: summary.\n", TextOf(summary), StringComparison.Ordinal);
        var data = summary.StructuredContent!.Value;
        Assert.Equal("summary", data.GetProperty("kind").GetString());
        Assert.Equal(2, data.GetProperty("sentences").GetArrayLength());
        Assert.All(data.GetProperty("citations").EnumerateArray(), citation => Assert.Equal("harbour.md", citation.GetProperty("documentId").GetString()));
    }

    [Fact]
    public async Task A_call_that_cannot_be_done_is_an_error_that_says_what_to_do_instead()
    {
        await using var client = await ConnectAsync();

        var unknown = await CallAsync(client, "read_document", new() { ["documentId"] = "harbor.md" });
        var missing = await CallAsync(client, "answer", []);

        Assert.True(unknown.IsError);
        Assert.Contains("'harbour.md' (The harbour)", TextOf(unknown), StringComparison.Ordinal);
        Assert.True(missing.IsError);
        Assert.Contains("'question' is missing", TextOf(missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_is_an_error_until_it_is()
    {
        await using var client = await ConnectAsync(corpus: "later");

        var before = await CallAsync(client, "search", new() { ["question"] = "lighthouse" });
        _corpus.WriteBeside("later/light.txt", "The lighthouse was lit in 1840.");
        var after = await CallAsync(client, "search", new() { ["question"] = "lighthouse" });

        Assert.True(before.IsError);
        Assert.Contains("later", TextOf(before), StringComparison.Ordinal);
        Assert.Contains("lit in 1840", TextOf(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_changes_while_the_server_runs_is_taken_in_before_the_next_call()
    {
        await using var client = await ConnectAsync();
        var before = await CallAsync(client, "search", new() { ["question"] = "ferry to Norwick" });

        _corpus.Write("ferry.txt", "The ferry to Norwick leaves at noon.");
        var after = await CallAsync(client, "search", new() { ["question"] = "ferry to Norwick" });

        Assert.DoesNotContain("at noon", TextOf(before), StringComparison.Ordinal);
        Assert.Contains("at noon", TextOf(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_some_documents_knows_no_others()
    {
        await using var client = await ConnectAsync(options: ["--where", "street=market street"]);

        var found = await CallAsync(client, "search", new() { ["question"] = "lighthouse bakery Lindale", ["limit"] = 20 });
        var answer = await CallAsync(client, "answer", new() { ["question"] = "Who opened the new harbour of Lindale?" });
        var listed = await CallAsync(client, "find_documents", new() { ["about"] = "Lindale" });
        var read = await CallAsync(client, "read_document", new() { ["documentId"] = "harbour.md" });
        var checked_ = await CallAsync(client, "check", new() { ["text"] = "The lighthouse of Lindale is 44 metres high." });

        Assert.Contains("Rosa Klein", TextOf(found), StringComparison.Ordinal);
        Assert.True(read.IsError);
        Assert.All([found, answer, listed, read, checked_], result =>
        {
            Assert.DoesNotContain("Tom Birch", TextOf(result), StringComparison.Ordinal);
            Assert.DoesNotContain("Ada Quill", TextOf(result), StringComparison.Ordinal);
            Assert.DoesNotContain("42 metres", TextOf(result), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Calls_may_overlap()
    {
        await using var client = await ConnectAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => CallAsync(
            client, i % 2 == 0 ? "answer" : "search", new() { ["question"] = i % 4 < 2 ? "Who opened the new harbour of Lindale?" : "Who built the oven of the bakery?" })));

        Assert.All(answers, (answer, i) => Assert.Contains(i % 4 < 2 ? "Ada Quill" : "Rosa Klein", TextOf(answer), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_the_client_takes_back_is_stopped_and_the_next_one_is_answered()
    {
        await using var model = await ScriptedModelServer.StartAsync();

        await using var client = await ConnectAsync(embedding: model.Endpoint);
        await CallAsync(client, "search", new() { ["question"] = "lighthouse" });
        var (asked, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        model.Then(async context =>
        {
            context.RequestAborted.Register(stopped.SetResult);
            asked.SetResult();
            await stopped.Task;
        });
        using var takenBack = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token);

        // Request and notification by hand: the client (SDK 2.3.1) gives up waiting but tells the server nothing.
        var call = client.SendRequestAsync(
            new JsonRpcRequest
            {
                Id = new RequestId("taken back"),
                Method = RequestMethods.ToolsCall,
                Params = JsonNode.Parse("""{ "name": "search", "arguments": { "question": "harbour" } }"""),
            },
            takenBack.Token);
        await asked.Task.WaitAsync(_limit.Token);
        await client.SendNotificationAsync(
            NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = new RequestId("taken back") }, cancellationToken: _limit.Token);

        await stopped.Task.WaitAsync(_limit.Token);
        await takenBack.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Contains("Ada Quill", TextOf(await CallAsync(client, "search", new() { ["question"] = "Who opened the harbour?" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_the_protocol_is_written_to_standard_output_and_closing_the_input_ends_it()
    {
        using var process = CliProcess.Start(_corpus.Path, new Dictionary<string, string>(), "mcp", "--corpus", _corpus.Path, "--index", _corpus.IndexFile, "--verbose");
        await process.StandardInput.WriteLineAsync(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"answer","arguments":{"question":"Who opened the new harbour of Lindale?"}}}
            """);
        var lines = new List<string>();
        while (lines.Count < 2)
        {
            lines.Add((await process.StandardOutput.ReadLineAsync(_limit.Token))!);
        }

        process.StandardInput.Close();
        var rest = await process.StandardOutput.ReadToEndAsync(_limit.Token);
        await process.WaitForExitAsync(_limit.Token);

        Assert.All(lines, line => Assert.Equal("2.0", JsonDocument.Parse(line).RootElement.GetProperty("jsonrpc").GetString()));
        Assert.Equal((0, ""), (process.ExitCode, rest));
        Assert.Contains("Indexed 2 added", await process.StandardError.ReadToEndAsync(_limit.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupting_it_ends_it_in_order()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Knows no signal that one process could send another as Ctrl-C.
        }

        using var process = CliProcess.StartInterruptible(_corpus.Path, "mcp", "--corpus", _corpus.Path, "--index", _corpus.IndexFile);
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        await process.StandardOutput.ReadLineAsync(_limit.Token);

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(_limit.Token);

        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("   at ", await process.StandardError.ReadToEndAsync(_limit.Token), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _limit.Dispose();
        _corpus.Dispose();
    }

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    private async Task<CallToolResult> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments) =>
        await client.CallToolAsync(tool, arguments, cancellationToken: _limit.Token);

    private Task<McpClient> ConnectAsync(string? corpus = null, Uri? embedding = null, params string[] options)
    {
        var folder = Path.GetDirectoryName(_corpus.Path)!;
        var environment = new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = folder };
        if (embedding is not null)
        {
            environment["FORUMQA_Embedding__Endpoint"] = embedding.ToString();
            environment["FORUMQA_Embedding__Model"] = "scripted";
        }

        return McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions
            {
                Command = "dotnet",
                Arguments = [CliProcess.Program, "mcp", "--corpus", corpus ?? _corpus.Path, "--index", _corpus.IndexFile, .. options],
                WorkingDirectory = folder,
                EnvironmentVariables = environment,
            }),

            // Without the probe for another way to begin, which a busy machine answers too late.
            new McpClientOptions { ProtocolVersion = "2025-11-25" },
            cancellationToken: _limit.Token);
    }
}
