using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

public sealed class DocumentEndpointTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Bridge = "The bridge of Farland was opened by Zed Quux on 3 March 1999.";

    [Fact]
    public async Task Lists_the_documents_page_by_page()
    {
        var service = shared.Service;

        var first = await service.GetJsonAsync("/v1/documents?limit=1");
        var second = await service.GetJsonAsync($"/v1/documents?limit=1&after={first["next"]}");

        Assert.Equal((2, "bakery.md", "bakery.md"), ((int)first["total"]!, (string)first["documents"]![0]!["id"]!, (string)first["next"]!));
        Assert.Equal("town/harbour.md", (string?)second["documents"]![0]!["id"]);
        Assert.Equal("Opening", (string?)second["documents"]![0]!["metadata"]!["event"]);
        Assert.Null(second["next"]);
        await ProblemAsync(await service.Client.GetAsync("/v1/documents?limit=501"), 400, "field-invalid");
        await ProblemAsync(await service.Client.GetAsync("/v1/documents?limit=many"), 400, "field-invalid");
    }

    [Theory]
    [InlineData("town/harbour.md")]
    [InlineData("town%2Fharbour.md")]
    public async Task Gives_a_document_with_its_text_headings_and_passages(string path)
    {
        var service = shared.Service;

        var plain = await service.GetJsonAsync($"/v1/documents/{path}");
        var document = await service.GetJsonAsync($"/v1/documents/{path}?passages=true");

        var text = (string)document["text"]!;
        Assert.Null(plain["passages"]);
        Assert.All(document["passages"]!.AsArray(), passage => Assert.Equal((string?)passage!["text"], text[(int)passage["start"]!..(int)passage["end"]!]));
        Assert.Equal(["Opening", "Lighthouse"], document["headings"]!.AsArray().Select(heading => (string?)heading!["title"]));
    }

    [Fact]
    public async Task Sends_a_document_only_once_to_a_client_that_keeps_it()
    {
        var service = shared.Service;
        using var first = await service.Client.GetAsync("/v1/documents/bakery.md");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents/bakery.md");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await service.Client.SendAsync(request);
        using var withPassages = await service.Client.GetAsync("/v1/documents/bakery.md?passages=true");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, withPassages.Headers.ETag);
    }

    [Theory]
    [InlineData("none.md")]
    [InlineData("../index.db")]
    [InlineData("..%2Findex.db")]
    [InlineData("town")]
    public async Task Says_that_there_is_no_such_document(string id)
    {
        var service = shared.Service;

        using var got = await service.Client.GetAsync($"/v1/documents/{id}");
        using var deleted = await service.Client.DeleteAsync($"/v1/documents/{id}");

        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, deleted.StatusCode);
        Assert.True(File.Exists(service.Folder.Index));
    }

    [Theory]
    [InlineData("bridge.md", "bridge.md")]
    [InlineData("../../etc/bridge.md", "bridge.md")]
    [InlineData("/etc/bridge.md", "bridge.md")]
    [InlineData(@"C:\x\bridge.md", "bridge.md")]
    [InlineData(".bridge.txt", "bridge.txt")]
    [InlineData("мост 1.md", "мост 1.md")]
    public async Task Takes_in_a_document_that_can_be_asked_about_at_once(string fileName, string expected)
    {
        await using var service = await StartAsync();

        using var response = await UploadAsync(service, "", (fileName, Bridge));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/v1/documents/uploads/{Uri.EscapeDataString(expected)}", response.Headers.Location!.OriginalString);
        Assert.Equal($"uploads/{expected}", (string?)(await ReadAsync(response))["documents"]![0]!["id"]);
        Assert.Equal([Path.Combine("uploads", expected)], NewFiles(service));
        var answer = await service.PostJsonAsync("/v1/answers", new { question = "Who opened the bridge of Farland?" });
        Assert.Equal($"uploads/{expected}", (string?)answer["citations"]![0]!["documentId"]);
        Assert.Equal(Bridge, (string?)answer["citations"]![0]!["quotation"]);
    }

    [Theory]
    [InlineData("", 400, "file-missing")]
    [InlineData("..", 400, "file-name-invalid")]
    [InlineData("CON.md", 400, "file-name-invalid")]
    [InlineData("bridge.exe", 415, "format-unknown")]
    [InlineData("passwd", 415, "format-unknown")]
    [InlineData("bridge.pdf", 422, "pdf-invalid")]
    public async Task Refuses_a_file_and_leaves_nothing_behind(string fileName, int status, string code)
    {
        var service = shared.Service;

        using var response = await UploadAsync(service, "", (fileName, Bridge));

        await ProblemAsync(response, status, code);
        Assert.Empty(NewFiles(service));
    }

    [Theory]
    [InlineData("bri\0dge.md")]
    [InlineData("bridge.md\r\nX-Evil: 1")]
    public async Task Takes_no_harm_from_control_characters_in_a_name(string fileName)
    {
        await using var service = await StartAsync();
        var body = $"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{fileName}\"\r\n\r\n{Bridge}\r\n--b--\r\n";
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        using var response = await service.Client.PostAsync("/v1/documents", content);

        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.BadRequest, $"{response.StatusCode}");
        Assert.All(NewFiles(service), file => Assert.Equal(Path.Combine("uploads", "bridge.md"), file));
    }

    [Fact]
    public async Task Refuses_a_name_that_is_too_long()
    {
        var service = shared.Service;

        await ProblemAsync(await UploadAsync(service, "", (new string('x', 500) + ".md", Bridge)), 400, "file-name-invalid");
    }

    [Fact]
    public async Task Replaces_a_document_only_when_asked()
    {
        await using var service = await StartAsync();
        await UploadAsync(service, "", ("bridge.md", "Old words."));

        using var refused = await UploadAsync(service, "", ("bridge.md", Bridge));
        using var replaced = await UploadAsync(service, "?replace=true", ("bridge.md", Bridge));

        await ProblemAsync(refused, 409, "document-exists");
        Assert.True((bool)(await ReadAsync(replaced))["documents"]![0]!["replaced"]!);
        Assert.Equal(Bridge, (string?)(await service.GetJsonAsync("/v1/documents/uploads/bridge.md"))["text"]);
    }

    [Fact]
    public async Task Takes_all_files_of_an_upload_or_none()
    {
        await using var service = await StartAsync();

        using var refused = await UploadAsync(service, "", ("bridge.md", Bridge), ("empty.md", ""));
        var left = NewFiles(service);
        using var doubled = await UploadAsync(service, "", ("bridge.md", Bridge), ("../bridge.md", Bridge));
        using var taken = await UploadAsync(service, "", ("bridge.md", Bridge), ("ford.html", "<p>The ford of Farland is deep.</p>"));

        await ProblemAsync(refused, 422, "file-empty");
        Assert.Empty(left);
        await ProblemAsync(doubled, 400, "file-name-invalid");
        Assert.Equal(["uploads/bridge.md", "uploads/ford.html"], (await ReadAsync(taken))["documents"]!.AsArray().Select(document => (string?)document!["id"]));
        Assert.Equal(4, (int)(await service.GetJsonAsync("/v1/documents"))["total"]!);
    }

    [Fact]
    public async Task Refuses_an_upload_that_is_too_large_or_none_at_all()
    {
        await using var service = await StartAsync(settings: ["--Api:Limits:UploadBytes=4000", "--Ingestion:MaxFileBytes=2000"]);

        await ProblemAsync(await UploadAsync(service, "", ("bridge.md", new string('x', 50_000))), 413, "body-too-large");
        await ProblemAsync(await UploadAsync(service, "", ("bridge.md", new string('x', 3000))), 413, "file-too-large");
        await ProblemAsync(await service.PostAsync("/v1/documents", new { }), 415, "media-type-unsupported");
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        await ProblemAsync(await service.Client.PostAsync("/v1/documents", empty), 400, "file-missing");
        Assert.Empty(NewFiles(service));
    }

    [Fact]
    public async Task Deletes_a_document_with_its_file()
    {
        await using var service = await StartAsync();
        await UploadAsync(service, "", ("bridge.md", Bridge));

        using var response = await service.Client.DeleteAsync("/v1/documents/uploads/bridge.md");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(NewFiles(service));
        await ProblemAsync(await service.Client.GetAsync("/v1/documents/uploads/bridge.md"), 404, "document-unknown");
        Assert.DoesNotContain("Farland", (await service.GetJsonAsync("/v1/search?q=Farland")).ToJsonString()[20..], StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> UploadAsync(RunningService service, string query, params (string Name, string Text)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, text) in files)
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            file.Headers.TryAddWithoutValidation(
                "Content-Disposition", $"form-data; name=files; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            content.Add(file);
        }

        return service.Client.PostAsync("/v1/documents" + query, content);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private static List<string> NewFiles(RunningService service) => [.. Directory
        .EnumerateFiles(service.Folder.Corpus, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => Path.GetRelativePath(service.Folder.Corpus, file))
        .Where(file => file is not "bakery.md" && !file.StartsWith("town", StringComparison.Ordinal))];
}
