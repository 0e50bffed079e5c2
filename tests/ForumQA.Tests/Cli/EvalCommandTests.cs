using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ForumQA.Tests.Cli;

public sealed class EvalCommandTests : IDisposable
{
    private const string Cases = """
        {"id": "opened", "question": "Who opened the harbour of Lindale?", "answers": ["Ada Quill"], "citations": [{"document": "harbour.md", "quotation": "Ada Quill opened the new harbour of Lindale on 4 May 1921."}], "answerable": true, "tags": ["who"]}
        {"id": "oven", "question": "Who built the oven of the bakery?", "answers": ["Rosa Klein"], "citations": [{"document": "bakery.md", "quotation": "Its oven was built by Rosa Klein in 1888."}], "answerable": true, "tags": ["who"]}
        """;

    private readonly CliCorpus _corpus = new();

    private string Out => Path.Combine(Path.GetDirectoryName(_corpus.Path)!, "out");

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Reports_what_was_measured()
    {
        var run = await EvalAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2  Correct\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("citation-exactness        1.000", run.Output, StringComparison.Ordinal);
        Assert.Matches("retrieval +median", run.Output);
        Assert.Matches("composing +median", run.Output);
        Assert.Equal(["junit.xml", "report.html", "report.json"], Directory.GetFiles(Out).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Prints_json_of_the_same()
    {
        var run = await EvalAsync("--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("verdicts").GetProperty("correct").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("gateFailures").ValueKind);
        Assert.True(File.Exists(json.RootElement.GetProperty("page").GetString()));
    }

    [Fact]
    public async Task Exits_with_3_and_the_reason_when_a_threshold_is_missed()
    {
        var passed = await EvalAsync("--gate", _corpus.WriteBeside("gate.json", """{"minimum": {"citation-exactness": 1}}"""));
        var missed = await EvalAsync("--gate", _corpus.WriteBeside("gate.json", """{"maximum": {"false-refusals": -0.1}}"""));

        Assert.Equal((0, 3), (passed.ExitCode, missed.ExitCode));
        Assert.Contains("false-refusals: the upper confidence bound 0.000 is over the threshold -0.100", missed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exits_with_3_when_citations_do_not_equal_the_stored_text()
    {
        await _corpus.RunAsync("index");

        // The passages go on saying what they said, the documents say something else: every citation is then dropped or wrong.
        using (var connection = new SqliteConnection($"Data Source={_corpus.IndexFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE documents SET text = ' ' || text";
            command.ExecuteNonQuery();
        }

        var run = await EvalAsync("--no-sync", "--gate", _corpus.WriteBeside("gate.json", """{"minimum": {"citation-recall": 0.5}}"""));

        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task Says_what_changed_when_the_corpus_did()
    {
        await EvalAsync();
        var baseline = Path.Combine(Out, "report.json");
        _corpus.Write("bakery.md", "---\ntitle: The bakery\n---\n\nIts oven was built by Rosa Klein in 1888. Bread is sold on Tuesdays.");

        var run = await EvalAsync("--baseline", baseline);

        Assert.Contains("over other documents", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Broken", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_every_bad_line_before_anything_runs()
    {
        var run = await _corpus.RunAsync("eval", _corpus.WriteBeside("bad.jsonl", "{}\n[]\n"), "--out", Out);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bad.jsonl(1): 'id' is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.jsonl(2): The line is not a JSON object", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_corpus.IndexFile));
    }

    [Fact]
    public async Task Imports_a_data_set_that_can_then_be_run()
    {
        var squad = _corpus.WriteBeside("squad.json", """
            {"data": [{"title": "Water", "paragraphs": [{"context": "Water boils at 100 degrees.", "qas": [
              {"id": "a", "question": "At how many degrees does water boil?", "answers": [{"text": "100", "answer_start": 15}]}]}]}]}
            """);

        var import = await CliRun.InvokeAsync("", "eval", "import", "squad", squad, "--out", Out);
        var run = await CliRun.InvokeAsync(
            "", "eval", Path.Combine(Out, "cases.jsonl"), "--corpus", Path.Combine(Out, "corpus"), "--index", _corpus.IndexFile, "--out", Path.Combine(Out, "report"));

        Assert.Equal((0, 0), (import.ExitCode, run.ExitCode));
        Assert.Contains("1 case in ", import.Output, StringComparison.Ordinal);
        Assert.Contains("1  Correct", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrates_stores_the_threshold_and_takes_it_back()
    {
        var lines = Enumerable.Range(0, 60).Select(i => i % 2 == 0
            ? $$"""{"id": "yes-{{i}}", "question": "Who opened the harbour of Lindale?", "answers": ["Ada Quill"], "answerable": true}"""
            : $$"""{"id": "no-{{i}}", "question": "How long does pasta number {{i}} boil in Lindale?", "answerable": false}""");
        var cases = _corpus.WriteBeside("calibration.jsonl", string.Join('\n', lines));

        var run = await _corpus.RunAsync("calibrate", "--cases", cases, "--risk", "0.2");
        var stored = _corpus.ReadManifest().AbstentionThreshold;
        var refused = await _corpus.RunAsync("ask", "How long does pasta boil in Lindale?");
        var answered = await _corpus.RunAsync("ask", "Who opened the harbour of Lindale?");
        await _corpus.RunAsync("calibrate", "--reset");

        Assert.Equal(0, run.ExitCode);
        Assert.NotNull(stored);
        Assert.Equal((4, 0), (refused.ExitCode, answered.ExitCode));
        Assert.Null(_corpus.ReadManifest().AbstentionThreshold);
    }

    [Theory]
    [InlineData("calibrate")]
    [InlineData("calibrate", "--cases", "a", "--risk", "2")]
    [InlineData("eval")]
    [InlineData("eval", "a", "--parallel", "0")]
    [InlineData("eval", "import", "squad", "a")]
    public async Task Explains_a_command_line_that_makes_no_sense(params string[] arguments)
    {
        var run = await CliRun.InvokeAsync("", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    private Task<CliRun> EvalAsync(params string[] arguments) =>
        _corpus.RunAsync(["eval", _corpus.WriteBeside("cases.jsonl", Cases), "--out", Out, .. arguments]);
}
