using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace ForumQA.Client;

/// <summary>A client of the ForumQA web service. Safe for use by many threads.</summary>
public sealed class ForumQAClient
{
    private const string EventStream = "text/event-stream";

    private readonly HttpClient _http;

    /// <summary>Creates a client.</summary>
    /// <param name="http">Its <see cref="HttpClient.BaseAddress"/> is where the service is, such as <c>http://localhost:5080</c>; a key goes along in its headers.
    /// Its <see cref="HttpClient.Timeout"/> bounds everything but streams.</param>
    public ForumQAClient(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
    }

    /// <summary>Asks a question and waits for the whole answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops waiting, and the answer.</param>
    /// <exception cref="ForumQAProblemException">The service refuses, or fails; the message says what to do.</exception>
    /// <exception cref="HttpRequestException">The service cannot be reached.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var request = Post("v1/answers", question, ClientJson.Default.Question);
        return await SendAsync(request, ClientJson.Default.Answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks a question and gives the answer while it is made; the last event is the whole answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the answer.</param>
    /// <exception cref="ForumQAProblemException">The service refuses, or fails, also in the midst of an answer; the message says what to do.</exception>
    /// <exception cref="HttpRequestException">The service cannot be reached.</exception>
    public async IAsyncEnumerable<AnswerEvent> AskStreamingAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var request = Post("v1/answers", question, ClientJson.Default.Question);
        await foreach (var update in StreamAsync(request, AnswerEvent.Read, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>Gets an answer that was given earlier.</summary>
    /// <param name="id">The <see cref="Answer.Id"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">There is no such answer, or no longer.</exception>
    public Task<Answer> GetAnswerAsync(string id, CancellationToken cancellationToken = default) => GetAsync($"v1/answers/{Escape(id)}", ClientJson.Default.Answer, cancellationToken);

    /// <summary>Begins a conversation: questions asked with its id may lean on those before them.</summary>
    /// <param name="title">What to call it; null for the first question.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">The service refuses, or fails.</exception>
    public async Task<Conversation> CreateConversationAsync(string? title = null, CancellationToken cancellationToken = default)
    {
        using var request = Post("v1/conversations", new ConversationRequest(title), ClientJson.Default.ConversationRequest);
        return await SendAsync(request, ClientJson.Default.Conversation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a conversation with its answers.</summary>
    /// <param name="id">The <see cref="Conversation.Id"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">There is no such conversation, or the key may not delete.</exception>
    public Task DeleteConversationAsync(string id, CancellationToken cancellationToken = default) => DeleteAsync($"v1/conversations/{Escape(id)}", cancellationToken);

    /// <summary>Finds the passages nearest to a query.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="limit">At most so many passages; null for the service's own number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">The service refuses, or fails.</exception>
    public async Task<IReadOnlyList<Passage>> SearchAsync(string query, int? limit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = await GetAsync("v1/search" + Parameters(("q", query), ("limit", Text(limit))), ClientJson.Default.SearchResult, cancellationToken).ConfigureAwait(false);
        return found.Results;
    }

    /// <summary>Checks a text against the documents, sentence by sentence.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="filter">Which documents; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">The text is empty or too long, or the service fails.</exception>
    public async Task<CheckedText> CheckAsync(string text, QuestionFilter? filter = null, CancellationToken cancellationToken = default)
    {
        using var request = Post("v1/check", new CheckRequest(text, filter), ClientJson.Default.CheckRequest);
        return await SendAsync(request, ClientJson.Default.CheckedText, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists documents in the ordinal order of their ids.</summary>
    /// <param name="after">The <see cref="DocumentPage.Next"/> of the list before; null for the first ones.</param>
    /// <param name="limit">At most so many; null for the service's own number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">The service refuses, or fails.</exception>
    public Task<DocumentPage> ListDocumentsAsync(string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        GetAsync("v1/documents" + Parameters(("after", after), ("limit", Text(limit))), ClientJson.Default.DocumentPage, cancellationToken);

    /// <summary>Gets a document with the text into which all offsets point.</summary>
    /// <param name="id">Its id, such as <see cref="Citation.DocumentId"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">There is no such document.</exception>
    public Task<Document> GetDocumentAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return GetAsync(PathOf(id), ClientJson.Default.Document, cancellationToken);
    }

    /// <summary>Uploads files; all are taken or none, and can be asked about as soon as this returns.</summary>
    /// <param name="files">The files.</param>
    /// <param name="replace">Whether documents of the same names are replaced.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <returns>The documents, in the order of the files.</returns>
    /// <exception cref="ForumQAProblemException">A file cannot be read, a name is taken, or the key may not upload.</exception>
    public async Task<IReadOnlyList<AddedDocument>> AddDocumentsAsync(IEnumerable<DocumentFile> files, bool replace = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            form.Add(new StreamContent(new OpenStream(file.Content)), "files", file.Name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(replace ? "v1/documents?replace=true" : "v1/documents", UriKind.Relative)) { Content = form };
        return (await SendAsync(request, ClientJson.Default.UploadResult, cancellationToken).ConfigureAwait(false)).Documents;
    }

    /// <summary>Deletes a document: its file in the corpus folder, and what the index knows of it.</summary>
    /// <param name="id">The <see cref="Document.Id"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">There is no such document, or the key may not delete.</exception>
    public Task DeleteDocumentAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return DeleteAsync(PathOf(id), cancellationToken);
    }

    /// <summary>Takes in new, changed and deleted documents of the corpus folder, however long that takes.</summary>
    /// <param name="rebuild">Whether every document is read and embedded again.</param>
    /// <param name="progress">Told how far it has come; null to be told nothing.</param>
    /// <param name="cancellationToken">Stops after the document under way; nothing is lost.</param>
    /// <exception cref="ForumQAProblemException">Another run is under way, or the key may not index.</exception>
    public async Task<IndexResult> IndexAsync(bool rebuild = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var request = Post("v1/index", new IndexRequest(rebuild), ClientJson.Default.IndexRequest);
        await foreach (var (done, result) in StreamAsync(request, IndexEvent.Read, cancellationToken).ConfigureAwait(false))
        {
            if (result is not null)
            {
                return result;
            }

            progress?.Report(done!);
        }

        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The service broke off before the index was up to date. Call again: what is done is kept.");
    }

    /// <summary>Lists who and what the documents mention and, of a name that is asked for, where.</summary>
    /// <param name="query">Which names; null for all people, organizations, events and places.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">There is no such document, or the service fails.</exception>
    public Task<MentionList> ListMentionsAsync(MentionQuery? query = null, CancellationToken cancellationToken = default) => GetAsync(
        "v1/mentions" + Parameters(("name", query?.Name), ("kind", query?.Kind?.ToString().ToLowerInvariant()), ("document", query?.Document), ("limit", Text(query?.Limit))),
        ClientJson.Default.MentionList,
        cancellationToken);

    /// <summary>The slashes of an id part folders, in its address too.</summary>
    private static string PathOf(string id) => $"v1/documents/{string.Join('/', id.Split('/').Select(Escape))}";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Parameters(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return text.ToString();
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(HttpRequestMessage request, SseItemParser<T?> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(EventStream));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await RequireSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream, read).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Data is { } update)
            {
                yield return update;
            }
        }
    }

    private static string Escape(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Uri.EscapeDataString(text);
    }

    private static HttpRequestMessage Post<T>(string address, T body, JsonTypeInfo<T> type) =>
        new(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body, type) };

    private async Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        return await SendAsync(request, type, cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(new Uri(address, UriKind.Relative), cancellationToken).ConfigureAwait(false);
        await RequireSuccessAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await RequireSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false)
            ?? throw new HttpRequestException(HttpRequestError.InvalidResponse, "The service answered with nothing. Check that the address is that of ForumQA.");
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await ForumQAProblemException.OfAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }
}
