namespace ForumQA.Tests.Api;

/// <summary>A small corpus and the files that the service keeps beside it.</summary>
internal sealed class ServiceFolder : IDisposable
{
    public const string Question = "Who was the keeper of the lighthouse in 1930?";

    private readonly TemporaryFolder _folder = new();

    public ServiceFolder()
    {
        Write("town/harbour.md", """
            ---
            title: The harbour
            event: Opening
            ---

            ## Opening

            Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks.

            ## Lighthouse

            The lighthouse of Lindale is 42 metres high. The keeper of the lighthouse in 1930 was Tom Birch.
            """);
        Write("bakery.md", """
            ---
            title: The bakery
            ---

            The bakery in Market Street sells rye bread on Tuesdays. The oven of the bakery was built by Rosa Klein in 1888.
            """);
    }

    public string Corpus => _folder["corpus"];

    public string Index => _folder["index.db"];

    /// <summary>Not the keys of whoever runs the tests.</summary>
    public string KeyFile => _folder["keys.json"];

    public string this[string name] => _folder[name];

    public string Write(string name, string text) => _folder.Write(Path.Combine("corpus", name), text);

    public void Dispose() => _folder.Dispose();
}
