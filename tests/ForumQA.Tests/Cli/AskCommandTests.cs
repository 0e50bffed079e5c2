using System.Text.Json;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Cli;

public sealed class AskCommandTests : IDisposable
{
    private const string Answerable = "Who opened the new harbour of Lindale?";
    private const string Unanswerable = "What does quantum chromodynamics say about gluons?";

    private static readonly string[] PassageShape =
    [
        "passageId", "documentId", "documentTitle", "documentUri", "heading", "page",
        "start", "end", "score", "lexicalScore", "vectorScore", "text",
    ];

    private readonly CliCorpus _corpus = new();

    [Fact]
    public async Task An_answer_is_printed_plainly_with_its_source_and_gives_exit_code_0()
    {
        var run = await _corpus.RunAsync("ask", Answerable);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Ada Quill opened the new harbour of Lindale on 4 May 1921. [1]", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n[1] The harbour", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task A_question_need_not_be_quoted()
    {
        var run = await _corpus.RunAsync(["ask", .. Answerable.Split(' ')]);

        Assert.Contains("Ada Quill", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("summary")]
    public async Task The_kind_of_answer_can_be_asked_for(string kind)
    {
        var run = await _corpus.RunAsync("ask", "lighthouse of Lindale", "--kind", kind, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(kind, JsonDocument.Parse(run.Output).RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("poem")]
    public async Task A_kind_that_there_is_not_is_refused_with_those_there_are(string kind)
    {
        var run = await _corpus.RunAsync("ask", Answerable, "--kind", kind);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("yesNo", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Quill", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_chosen_by_its_name_and_one_that_there_is_not_is_refused_with_those_there_are()
    {
        await using var model = await ScriptedModelServer.StartAsync();
        model.Respond = _ => "Ada Quill opened the new harbour of Lindale on 4 May 1921. [1]";
        string[] configured = ["--config", _corpus.WriteBeside("forumqa.json", $$"""{ "Chat": { "Endpoint": "{{model.Endpoint}}", "Model": "model-1", "Models": ["model-2"] }, "Generation": { "CachedAnswers": 0 } }""")];

        var asked = await _corpus.RunAsync(["ask", Answerable, "--model", "model-2", .. configured]);
        var chatted = await _corpus.RunWithInputAsync(Answerable, ["chat", "--model", "model-2", .. configured]);
        var refused = await _corpus.RunAsync(["ask", Answerable, "--model", "model-3", .. configured]);

        Assert.Equal((0, 0), (asked.ExitCode, chatted.ExitCode));
        Assert.Equal(["model-2", "model-2"], model.Requests.Select(request => (string?)request["model"]));
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("model-1, model-2", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_nothing_is_no_failure_but_gives_exit_code_4()
    {
        var run = await _corpus.RunAsync("ask", Unanswerable);

        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith("Not in these documents.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_of_an_answer_has_the_documented_shape()
    {
        var run = await _corpus.RunAsync("ask", Answerable, "--json", "--evidence");

        var answer = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["question", "standaloneQuestion", "status", "kind", "lead", "score", "sentences", "citations", "abstention", "notes", "model", "promptHash", "usage", "evidence"],
            Names(answer));
        Assert.Equal("answered", answer.GetProperty("status").GetString());
        var sentence = answer.GetProperty("sentences")[0];
        Assert.Equal(["text", "group", "support", "citations", "unknownMarkers", "original"], Names(sentence));
        Assert.Equal("supported", sentence.GetProperty("support").GetString());
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal(
            ["number", "documentId", "documentTitle", "documentUri", "passageId", "quotation", "start", "end", "heading", "page", "corrected"],
            Names(citation));
        Assert.Equal(citation.GetProperty("number").GetInt32(), sentence.GetProperty("citations")[0].GetInt32());
        Assert.Equal(PassageShape, Names(answer.GetProperty("evidence")[0]));
    }

    [Fact]
    public async Task The_JSON_leaves_out_the_passages_unless_they_are_asked_for()
    {
        var run = await _corpus.RunAsync("ask", Answerable, "--json");

        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("evidence").GetArrayLength());
    }

    [Fact]
    public async Task A_question_may_be_piped_in()
    {
        var run = await _corpus.RunWithInputAsync(Answerable + "\n", "ask");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Ada Quill", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_question_the_remedy_is_named()
    {
        var run = await _corpus.RunAsync("ask");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Give it after 'forumqa ask'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_option_is_no_question()
    {
        var run = await _corpus.RunAsync("ask", Answerable, "--jsn");
        var quoted = await _corpus.RunAsync("ask", "What does --jsn mean?");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no option '--jsn'. Did you mean '--json'?", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, quoted.ExitCode);
    }

    [Fact]
    public async Task The_JSON_of_an_abstention_has_the_documented_shape()
    {
        var run = await _corpus.RunAsync("ask", Unanswerable, "--json");

        var answer = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(4, run.ExitCode);
        Assert.Equal("notFound", answer.GetProperty("status").GetString());
        Assert.Equal(["reason", "score", "threshold", "unmatchedTerms", "nearest"], Names(answer.GetProperty("abstention")));
    }

    [Fact]
    public async Task The_JSON_of_a_search_has_the_documented_shape()
    {
        var run = await _corpus.RunAsync("search", "lighthouse keeper", "--json");

        var search = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["query", "results"], Names(search));
        Assert.Equal("lighthouse keeper", search.GetProperty("query").GetString());
        Assert.Equal(PassageShape, Names(search.GetProperty("results")[0]));
        Assert.Equal("harbour.md", search.GetProperty("results")[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task A_search_lists_no_more_passages_than_asked_for()
    {
        var run = await _corpus.RunAsync("search", "lighthouse", "bakery", "--limit", "1", "--json");

        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("search", "lighthouse bakery", "--document", "bakery.md")]
    [InlineData("search", "lighthouse bakery", "--where", "Street=market street")]
    public async Task A_search_is_held_to_the_documents_named(params string[] arguments)
    {
        var run = await _corpus.RunAsync([.. arguments, "--json"]);

        var found = JsonDocument.Parse(run.Output).RootElement.GetProperty("results").EnumerateArray();
        Assert.Equal("bakery.md", Assert.Single(found).GetProperty("documentId").GetString());
    }

    [Theory]
    [InlineData("ask", "Who was the keeper of the lighthouse?")]
    [InlineData("chat")]
    public async Task A_question_is_held_to_the_documents_named(params string[] arguments)
    {
        var elsewhere = await _corpus.RunWithInputAsync("Who was the keeper of the lighthouse?", [.. arguments, "--document", "bakery.md", "--json"]);
        var unknown = await _corpus.RunWithInputAsync("Who was the keeper of the lighthouse?", [.. arguments, "--document", "keeper.md", "--json"]);

        Assert.Equal("notFound", JsonDocument.Parse(elsewhere.Output).RootElement.GetProperty("status").GetString());
        Assert.Equal(2, unknown.ExitCode);
        Assert.Equal("document-unknown", JsonDocument.Parse(unknown.Output).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    public void Dispose() => _corpus.Dispose();

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
