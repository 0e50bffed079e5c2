using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ForumQA.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>Every address of the service that takes a body, an address or a file. An input is a line with method and path, then the body.</summary>
internal sealed class ApiTarget : IAsyncDisposable
{
    /// <summary>What the service may write beside the corpus, as the names begin.</summary>
    private static readonly string[] Own = ["corpus", "index", "keys.json"];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"forumqa-fuzz-{Guid.NewGuid():N}");
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ApiTarget(string seeds)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "corpus"));
        foreach (var path in Directory.EnumerateFiles(seeds, "*.md").Order(StringComparer.Ordinal).Take(2))
        {
            File.Copy(path, Path.Combine(_folder, "corpus", Path.GetFileName(path)));
        }

        _app = Service.Create(
            [
                "--urls=http://127.0.0.1:0", $"--corpus={_folder}/corpus", $"--index={_folder}/index.db", $"--Api:KeyFile={_folder}/keys.json", "--Api:Start:Wait=00:01:00", "--Api:Watch:Enabled=false", "--Embedding:Model=words",
                "--Api:Rate:RequestsPerMinute=0", "--Api:Rate:AnswersPerMinute=0",
            ],
            services => services.AddLogging(logging => logging.ClearProviders()));
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public static async Task<ApiTarget> StartAsync(string seeds)
    {
        var target = new ApiTarget(seeds);
        await target._app.StartAsync().ConfigureAwait(false);
        target._client.BaseAddress = new Uri(target._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return target;
    }

    public FuzzTarget Target => new("api", FuzzTarget.Bytes([
        "POST /v1/answers\n{\"question\":\"What is the forum?\",\"mode\":\"extractive\",\"conversation\":null,\"filter\":{\"documents\":[\"a.md\"],\"metadata\":{\"event\":\"x\"}},\"limit\":5}",
        "POST /v1/conversations\n{\"title\":\"x\"}",
        "POST /v1/index\n{\"mode\":\"quick\"}",
        "POST /v1/chat/completions\n{\"model\":\"forumqa\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\"What is the forum?\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"It. [1]\"}]}]}",
        "POST /v1/documents\nUPLOAD note.md\nA note.",
        "GET /v1/search?q=forum&limit=3&document=a.md", "GET /v1/mentions?kind=person&name=Gao%20Bo", "GET /v1/documents/../../etc/passwd", "GET /v1/answers/x", "GET /v1/conversations/x", "DELETE /v1/documents/%2e%2e%2fx", "DELETE /v1/conversations/x", "GET /v1/documents?after=a&limit=2",
    ]), FuzzTarget.Bytes([
        "{", "}", "[", "]", ":", ",", "\"question\"", "\"messages\"", "\"mode\"", "\"generative\"", "\"filter\"", "\"metadata\"", "\"history\"", "\"stream\":true", "\"conversation\"", "\"rebuild\"", "null", "true", "-1", "1e999", "\"\\ud800\"", "%00", "%2e%2e%2f", "%", "?", "&", "=", "#", "\\", "/v1/", "//", "limit=99999999999",
        "UPLOAD ../x.md\n", "UPLOAD a.pdf\n", "UPLOAD .md\n", "UPLOAD CON.md\n", "UPLOAD a\u0000.md\n",
    ]), SendAsync);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SendAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var (head, body) = text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? (text[..end], text[(end + 1)..]) : (text, "");
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || head.Length > 8000 || !head[..space].All(char.IsAsciiLetterUpper) || !Uri.TryCreate(_client.BaseAddress, head[(space + 1)..], out var address) || address.Authority != _client.BaseAddress!.Authority)
        {
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(head[..space]), address);
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            request.Content = Content(body);
        }

        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.InnerException is not (IOException or HttpIOException))
        {
            // What the client itself will not send.
            return;
        }

        using (response)
        {
            var answer = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
            if (response.StatusCode >= HttpStatusCode.InternalServerError && response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.NotImplemented))
            {
                throw new InvalidOperationException($"{(int)response.StatusCode}: {answer}");
            }

            if ((int)response.StatusCode >= 400 && answer.Length > 0)
            {
                using var problem = JsonDocument.Parse(answer);
            }
        }

        if (Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).FirstOrDefault(name => !Own.Any(own => name!.StartsWith(own, StringComparison.Ordinal))) is { } other)
        {
            throw new InvalidOperationException($"'{other}' was written outside of the corpus.");
        }
    }

    private static HttpContent Content(string body)
    {
        if (!body.StartsWith("UPLOAD ", StringComparison.Ordinal))
        {
            return new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        var end = body.IndexOf('\n', StringComparison.Ordinal);
        var name = (end < 0 ? body : body[..end])["UPLOAD ".Length..].Replace("\r", "", StringComparison.Ordinal);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(end < 0 ? "" : body[(end + 1)..]));
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\"", "", StringComparison.Ordinal)}\"");
        return new MultipartFormDataContent { file };
    }
}
