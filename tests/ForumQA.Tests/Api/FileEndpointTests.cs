using ForumQA.Tests.Ingestion.Pdf;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

public sealed class FileEndpointTests
{
    [Fact]
    public async Task Gives_the_file_as_it_lies_in_the_folder_and_never_to_be_shown()
    {
        using var folder = new ServiceFolder();
        folder.Write("page.html", "<!DOCTYPE html><title>Page</title><p>The page of Farland is long.<script>document.title = 'taken'</script>");
        await using var service = await StartAsync(folder);

        using var harbour = await service.Client.GetAsync("/v1/files/town/harbour.md");
        using var page = await service.Client.GetAsync("/v1/files/page.html?inline=true");

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder.Corpus, "town/harbour.md")), await harbour.Content.ReadAsByteArrayAsync());
        Assert.Equal("harbour.md", harbour.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Shows_a_PDF_when_asked_to()
    {
        using var folder = new ServiceFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Corpus, "bridge.pdf"), MinimalPdf.Of(["The bridge of Farland was designed by Otto Grau in 1954."]));
        await using var service = await StartAsync(folder);

        using var shown = await service.Client.GetAsync("/v1/files/bridge.pdf?inline=true");
        using var kept = await service.Client.GetAsync("/v1/files/bridge.pdf");

        Assert.Equal(("application/pdf", null), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition));
        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Gives_nothing_else()
    {
        await using var service = await StartAsync();
        service.Folder.Write("new.md", "Not in the index.");
        File.Delete(Path.Combine(service.Folder.Corpus, "bakery.md"));

        await ProblemAsync(await service.Client.GetAsync("/v1/files/new.md"), 404, "document-unknown");
        await ProblemAsync(await service.Client.GetAsync("/v1/files/..%2Fkeys.json"), 404, "document-unknown");
        await ProblemAsync(await service.Client.GetAsync("/v1/files/bakery.md"), 404, "file-gone");
    }

    [Fact]
    public async Task Tells_what_the_service_is_set_to()
    {
        await using var quoting = await StartAsync(settings: "--Api:Limits:QuestionLength=77");
        await using var writing = await StartAsync(settings: ["--Chat:Endpoint=http://127.0.0.1:9/v1", "--Chat:Model=model-1"]);

        var about = await quoting.GetJsonAsync("/v1/about");

        Assert.Equal((77, null), ((int)about["questionLength"]!, (string?)about["model"]));
        Assert.Equal("model-1", (string?)(await writing.GetJsonAsync("/v1/about"))["model"]);
    }
}
