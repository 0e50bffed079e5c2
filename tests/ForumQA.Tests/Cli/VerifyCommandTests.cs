using System.Text.Json;
using System.Text.Json.Nodes;

namespace ForumQA.Tests.Cli;

/// <summary><c>ask --bundle</c> and <c>verify</c>, as a person would use them one after the other.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private const string Harbour = "harbour.md";

    private readonly CliCorpus _corpus = new();

    [Theory]
    [InlineData("documents")]
    [InlineData("index")]
    public async Task A_bundle_holds_while_nothing_changes(string against)
    {
        var bundle = await BundleAsync();

        var run = await _corpus.RunAsync("verify", bundle, "--against", against);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("live", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 quotation: all hold.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_says_all_that_the_answer_depended_on()
    {
        var bundle = JsonNode.Parse(await File.ReadAllTextAsync(await BundleAsync()))!;

        Assert.Equal("forumqa-bundle/1", bundle["format"]!.GetValue<string>());
        Assert.Equal("Who opened the new harbour of Lindale?", bundle["question"]!.GetValue<string>());
        Assert.Equal(64, bundle["documents"]![0]!["contentHash"]!.GetValue<string>().Length);
        Assert.Equal("Ada Quill opened the new harbour of Lindale on 4 May 1921.", bundle["citations"]![0]!["quotation"]!.GetValue<string>());
        Assert.Equal(2, bundle["index"]!["documents"]!.GetValue<int>());
        Assert.NotNull(bundle["options"]!["Retrieval:Limit"]);
        Assert.DoesNotContain(_corpus.Path, bundle.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Opening", "## Opening\n\nA new first sentence.", "moved", 0)]
    [InlineData("4 May 1921", "5 May 1921", "changed", 3)]
    public async Task A_document_that_was_edited_is_noticed(string was, string now, string state, int exitCode)
    {
        var bundle = await BundleAsync();
        var path = Path.Combine(_corpus.Path, Harbour);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(was, now, StringComparison.Ordinal));

        var run = await _corpus.RunAsync("verify", bundle, "--json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal([state], States(run));
    }

    [Fact]
    public async Task A_quotation_that_moved_fails_when_asked_to_be_strict()
    {
        var bundle = await BundleAsync();
        var path = Path.Combine(_corpus.Path, Harbour);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("## Opening", "## Opening\n\nNew.", StringComparison.Ordinal));

        var run = await _corpus.RunAsync("verify", bundle, "--strict");

        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task A_document_that_was_deleted_is_noticed_in_the_folder_and_in_the_index()
    {
        var bundle = await BundleAsync();
        File.Delete(Path.Combine(_corpus.Path, Harbour));

        var documents = await _corpus.RunAsync("verify", bundle, "--json");
        var staleIndex = await _corpus.RunAsync("verify", bundle, "--json", "--against", "index");
        await _corpus.RunAsync("index");
        var index = await _corpus.RunAsync("verify", bundle, "--json", "--against", "index");

        Assert.Equal((3, "deleted"), (documents.ExitCode, Assert.Single(States(documents))));
        Assert.Equal((0, "live"), (staleIndex.ExitCode, Assert.Single(States(staleIndex))));
        Assert.Equal((3, "deleted"), (index.ExitCode, Assert.Single(States(index))));
    }

    [Theory]
    [InlineData("{}", "bundle-invalid")]
    [InlineData("not JSON", "bundle-invalid")]
    [InlineData("""{"format":"forumqa-bundle/9"}""", "bundle-invalid")]
    public async Task What_is_no_bundle_is_refused(string content, string code)
    {
        var file = _corpus.WriteBeside("bundle.json", content);

        var run = await _corpus.RunAsync("verify", file, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(code, JsonDocument.Parse(run.Output).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_bundle_that_cannot_be_written_is_an_error_that_names_the_file()
    {
        var run = await _corpus.RunAsync("ask", "Who opened the new harbour of Lindale?", "--bundle", "/nowhere/answer.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/nowhere/answer.json", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _corpus.Dispose();

    private async Task<string> BundleAsync()
    {
        var file = _corpus.WriteBeside("answer.json", "");
        var run = await _corpus.RunAsync("ask", "Who opened the new harbour of Lindale?", "--bundle", file);
        Assert.Equal(0, run.ExitCode);
        return file;
    }

    private static IEnumerable<string> States(CliRun run) =>
        JsonDocument.Parse(run.Output).RootElement.GetProperty("quotations").EnumerateArray().Select(quotation => quotation.GetProperty("state").GetString()!);
}
