using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

public sealed class CorpusFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forumqa-corpus-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Lists_readable_files_in_ordinal_order_of_their_relative_paths()
    {
        Write("b.txt", "b/c.MD", "a/x.html", "B.pdf", "b/é.docx", "photo.png", "noextension");

        var listing = List(_folder.FullName);

        Assert.Equal(["B.pdf", "a/x.html", "b.txt", "b/c.MD", "b/é.docx"], listing.Files.Select(f => f.DocumentId));
        Assert.Empty(listing.Unreadable);
        Assert.Equal(["photo.png"], listing.NotRead);
    }

    [Fact]
    public void Describes_each_file()
    {
        Write("a/x.txt");

        var file = Assert.Single(List(_folder.FullName + Path.DirectorySeparatorChar).Files);

        Assert.Equal(Path.Combine(_folder.FullName, "a", "x.txt"), file.FullPath);
        Assert.Equal(4, file.Length);
        Assert.Equal(File.GetLastWriteTimeUtc(file.FullPath), file.LastWriteUtc);
    }

    [Fact]
    public void Leaves_out_hidden_files_build_output_and_packages()
    {
        Write(".hidden.txt", ".git/a.txt", "bin/a.txt", "obj/a.txt", "sub/node_modules/p/a.md", "kept.txt");

        Assert.Equal(["kept.txt"], List(_folder.FullName).Files.Select(f => f.DocumentId));
    }

    [Fact]
    public void Does_not_follow_links_in_circles()
    {
        Write("a/x.txt");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "a", "loop"), _folder.FullName);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link.txt"), Path.Combine(_folder.FullName, "a", "x.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "dangling.txt"), Path.Combine(_folder.FullName, "gone.txt"));

        var files = List(_folder.FullName).Files;

        Assert.Equal(["a/x.txt", "link.txt"], files.Select(f => f.DocumentId));
        Assert.Equal([4, 4], files.Select(f => f.Length));
    }

    [Fact]
    public void Lists_a_single_file()
    {
        Write("a/x.txt");

        Assert.Equal(["x.txt"], List(Path.Combine(_folder.FullName, "a", "x.txt")).Files.Select(f => f.DocumentId));
    }

    [Fact]
    public void Names_what_is_missing()
    {
        var error = Assert.Throws<ForumQAException>(() => List(Path.Combine(_folder.FullName, "nowhere")));

        Assert.Equal("corpus-missing", error.Code);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_single_file_of_another_format()
    {
        Write("photo.png");

        Assert.Equal("format-unknown", Assert.Throws<ForumQAException>(() => List(Path.Combine(_folder.FullName, "photo.png"))).Code);
    }

    [Fact]
    public void Stops_when_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => CorpusFolder.List(_folder.FullName, new CancellationToken(canceled: true)));

    private static CorpusListing List(string path) => CorpusFolder.List(path, CancellationToken.None);

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "Text");
        }
    }
}
