using ForumQA.Storage;

namespace ForumQA.Tests.Cli;

/// <summary>A small corpus with an index file of its own, and the command lines over it.</summary>
internal sealed class CliCorpus : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CliCorpus()
    {
        Write("harbour.md", """
            ---
            title: The harbour
            ---

            ## Opening

            Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks [one of them dry].

            ## Lighthouse

            The lighthouse of Lindale is 42 metres high. Its keeper in 1930 was Tom Birch.
            """);
        Write("bakery.md", """
            ---
            title: The bakery
            street: Market Street
            ---

            The bakery in Market Street sells rye bread on Tuesdays. Its oven was built by Rosa Klein in 1888.
            """);
    }

    public string Path => _folder["corpus"];

    /// <summary>Where the corpus and its index lie.</summary>
    public string Folder => _folder.Path;

    public string IndexFile => _folder["corpus.db"];

    public string Write(string name, string text) => _folder.Write(System.IO.Path.Combine("corpus", name), text);

    public string WriteBeside(string name, string text) => _folder.Write(name, text);

    public Task<CliRun> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public Task<CliRun> RunWithInputAsync(string input, params string[] arguments) =>
        CliRun.InvokeAsync(input, [.. arguments, "--corpus", Path, "--index", IndexFile]);

    public Task<CliRun> RunWithInputAsync(TextReader input, params string[] arguments) =>
        CliRun.InvokeAsync(input, [.. arguments, "--corpus", Path, "--index", IndexFile]);

    public IndexManifest ReadManifest()
    {
        using var store = IndexStore.OpenExisting(IndexFile);
        return store.ReadManifest();
    }

    public void Dispose() => _folder.Dispose();
}
