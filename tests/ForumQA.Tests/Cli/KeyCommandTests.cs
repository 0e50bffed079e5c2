using System.Text.Json;
using ForumQA.Hosting.Access;

namespace ForumQA.Tests.Cli;

public sealed class KeyCommandTests : IDisposable
{
    private readonly CliCorpus _corpus = new();
    private readonly string _config;
    private readonly string _file;

    public KeyCommandTests()
    {
        _file = Path.Combine(Path.GetDirectoryName(_corpus.IndexFile)!, "keys", "keys.json");
        _config = _corpus.WriteBeside("forumqa.json", JsonSerializer.Serialize(new { Api = new { KeyFile = _file } }));
    }

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Shows_a_key_once_and_keeps_its_hash_only()
    {
        var added = await RunAsync("add", "page");
        var listed = await RunAsync("list");

        var key = added.Output.Trim();
        Assert.Matches("^fqa_[A-Za-z0-9_-]{43}$", key);
        var file = await File.ReadAllTextAsync(_file);
        Assert.Contains(ApiKey.HashOf(key), file, StringComparison.Ordinal);
        Assert.DoesNotContain(key, file + listed.Output, StringComparison.Ordinal);
        Assert.Matches("^page +ask +[0-9-]{10}\n$", listed.Output);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
        }
    }

    [Fact]
    public async Task Tells_programs_what_they_need()
    {
        var added = JsonDocument.Parse((await RunAsync("add", "page", "--scope", "manage", "--json")).Output).RootElement;
        var listed = JsonDocument.Parse((await RunAsync("list", "--json")).Output).RootElement;

        Assert.Equal("manage", added.GetProperty("scopes").GetString());
        Assert.Equal(ApiKey.HashOf(added.GetProperty("key").GetString()!), added.GetProperty("hash").GetString());
        Assert.Equal("page", listed.GetProperty("keys")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Binds_a_key_to_documents_and_shows_to_which()
    {
        var added = JsonDocument.Parse((await RunAsync("add", "sales", "--where", "team=sales", "--where", "event=17th Forum", "--json")).Output).RootElement;
        await RunAsync("add", "page");
        var shown = await RunAsync("list");
        var listed = JsonDocument.Parse((await RunAsync("list", "--json")).Output).RootElement.GetProperty("keys");

        Assert.Equal("17th Forum", added.GetProperty("where").GetProperty("event").GetString());
        Assert.Matches("^sales +ask +[0-9-]{10}  team=sales event=17th Forum\npage +ask +[0-9-]{10}\n$", shown.Output);
        Assert.Equal("sales", listed[0].GetProperty("where").GetProperty("team").GetString());
        Assert.Equal(JsonValueKind.Null, listed[1].GetProperty("where").ValueKind);
    }

    [Fact]
    public async Task Revokes_one_key_and_leaves_the_others()
    {
        await RunAsync("add", "first");
        await RunAsync("add", "second");

        var removed = await RunAsync("remove", "first");

        Assert.Equal(0, removed.ExitCode);
        Assert.Equal(["second"], new ApiKeyFile(_file, TimeProvider.System).Read().Select(key => key.Name));
    }

    [Theory]
    [InlineData("add", "page")]
    [InlineData("add", "a b")]
    [InlineData("add", "other", "--scope", "all")]
    [InlineData("add", "other", "--where", "team")]
    [InlineData("add", "other", "--where", "team=")]
    [InlineData("add", "other", "--where", "team=a", "--where", "team=b")]
    [InlineData("add", "other", "--where", "team=a", "--scope", "manage")]
    [InlineData("remove", "other")]
    public async Task Says_what_cannot_be_done(params string[] arguments)
    {
        await RunAsync("add", "page");

        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Single(new ApiKeyFile(_file, TimeProvider.System).Read());
    }

    private Task<CliRun> RunAsync(params string[] arguments) => _corpus.RunAsync(["key", .. arguments, "--config", _config]);
}
