using System.Text.Json.Nodes;

namespace ForumQA.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CliCorpus _corpus = new();

    [Fact]
    public async Task Prints_each_sentence_with_its_verdict_then_the_counts_and_the_quotations()
    {
        var run = await _corpus.RunAsync("check", "Dear all! Ada Quill opened the new harbour of Lindale on 4 May 1921. The lighthouse of Lindale is 44 metres high. The observatory was flooded.");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            """
            greeting      Dear all!
            supported     Ada Quill opened the new harbour of Lindale on 4 May 1921. [1]
            contradicted  The lighthouse of Lindale is 44 metres high.
                          the document has “42 metres”, not “44 metres” [2]
            not found     The observatory was flooded.
                          in no document: observatory, flooded

            3 claims: 1 supported, 0 partly, 1 contradicted, 1 not found.

            [1] The harbour › Opening
                “Ada Quill opened the new harbour of Lindale on 4 May 1921.”
                harbour.md, characters 9 to 67
            [2] The harbour › Lighthouse
                “The lighthouse of Lindale is 42 metres high.”
                harbour.md, characters 128 to 172

            """,
            run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("The lighthouse of Lindale is 42 metres high.", 0)]
    [InlineData("The mill of Lindale burned down.", 0)]
    [InlineData("The mill of Lindale burned down.", 3, "--strict")]
    [InlineData("The lighthouse of Lindale is 44 metres high.", 3)]
    public async Task The_exit_code_tells_whether_something_is_contradicted(string text, int exitCode, params string[] options)
    {
        var run = await _corpus.RunAsync(["check", text, .. options]);

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task Reads_what_is_piped_in()
    {
        var run = await _corpus.RunWithInputAsync("The lighthouse of Lindale\nis 42 metres high.\n", "check");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("supported     The lighthouse of Lindale is 42 metres high. [1]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_file_as_documents_are_read()
    {
        var file = _corpus.WriteBeside("draft.html", "<html><body><h1>A draft</h1><p>The lighthouse of Lindale is <b>42 metres</b> high.</p></body></html>");

        var run = await _corpus.RunAsync("check", "--file", file, "--json");

        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal((0, 1, 1), (run.ExitCode, (int)json["supported"]!, (int)json["nothingToCheck"]!));
        Assert.Equal(["heading", "statement"], json["claims"]!.AsArray().Select(claim => (string)claim!["kind"]!));
    }

    [Fact]
    public async Task Json_names_the_words_that_are_contradicted()
    {
        var run = await _corpus.RunAsync("check", "The lighthouse of Lindale is 44 metres high.", "--json");

        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(["supported", "partial", "contradicted", "notFound", "nothingToCheck", "claims", "citations"], json.AsObject().Select(property => property.Key));
        var claim = json["claims"]![0]!;
        Assert.Equal("contradicted", (string?)claim["verdict"]);
        Assert.Equal("""{"kind":"number","claimed":"44 metres","stated":"42 metres","citation":1}""", claim["conflicts"]![0]!.ToJsonString());
        Assert.Equal("The lighthouse of Lindale is 42 metres high.", (string?)json["citations"]![0]!["quotation"]);
    }

    [Theory]
    [InlineData("There is nothing to check", "check")]
    [InlineData("not both", "check", "words", "--file", "draft.txt")]
    [InlineData("Did you mean '--file'?", "check", "--fiel", "draft.txt")]
    [InlineData("'nowhere.txt' cannot be opened", "check", "--file", "nowhere.txt")]
    public async Task Says_what_is_wrong(string message, params string[] arguments)
    {
        var run = await _corpus.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _corpus.Dispose();
}
