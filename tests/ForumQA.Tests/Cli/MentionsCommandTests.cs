using System.Text.Json;

namespace ForumQA.Tests.Cli;

public sealed class MentionsCommandTests : IDisposable
{
    private readonly CliCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Lists_names_with_their_roles_counts_and_documents()
    {
        _corpus.Write("staff.md", "Ada Quill, mayor of Lindale, opened the school. Quill spoke.");

        var run = await _corpus.RunAsync("mentions", "people");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Ada Quill      3x in 2  mayor of Lindale\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Tom Birch      1x in 1\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_each_sentence_that_a_name_stands_in()
    {
        var run = await _corpus.RunAsync("mentions", "quill");

        Assert.Contains("The harbour harbour.md\n  Ada Quill opened the new harbour of Lindale on 4 May 1921.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_of_mentions_has_the_documented_shape()
    {
        var run = await _corpus.RunAsync("mentions", "quill", "--kind", "person", "--document", "harbour.md", "--json");

        var found = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["total", "names", "mentions"], Names(found));
        Assert.Equal(["kind", "key", "name", "details", "documents", "count", "aliases"], Names(found.GetProperty("names")[0]));
        Assert.Equal(
            ["kind", "name", "key", "detail", "ordinal", "count", "documentId", "documentTitle", "start", "end", "text", "sentenceStart", "sentenceEnd", "sentence"],
            Names(found.GetProperty("mentions")[0]));
        Assert.Equal("person", found.GetProperty("mentions")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("zork")]
    [InlineData("quill --kind event")]
    public async Task Says_that_there_is_nothing(string arguments)
    {
        var run = await _corpus.RunAsync(["mentions", .. arguments.Split(' ')]);

        Assert.StartsWith("Nobody and nothing of the name", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kind", "animal", "--kind takes one of person, organization,")]
    [InlineData("--document", "none.md", "There is no document 'none.md' in the index.")]
    public async Task Says_what_is_wrong(string option, string value, string message)
    {
        var run = await _corpus.RunAsync("mentions", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
