using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
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
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(EventStream));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await RequireSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream, (type, data) => AnswerEvent.Read(type, data)).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Data is { } update)
            {
                yield return update;
            }
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
        var found = await GetAsync(
            FormattableString.Invariant($"v1/search?q={Escape(query)}{(limit is null ? "" : FormattableString.Invariant($"&limit={limit}"))}"), ClientJson.Default.SearchResult, cancellationToken).ConfigureAwait(false);
        return found.Results;
    }

    /// <summary>Checks a text against the documents, sentence by sentence.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">The text is empty or too long, or the service fails.</exception>
    public async Task<CheckedText> CheckAsync(string text, CancellationToken cancellationToken = default)
    {
        using var request = Post("v1/check", new CheckRequest(text), ClientJson.Default.CheckRequest);
        return await SendAsync(request, ClientJson.Default.CheckedText, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists documents in the ordinal order of their ids.</summary>
    /// <param name="after">The <see cref="DocumentPage.Next"/> of the list before; null for the first ones.</param>
    /// <param name="limit">At most so many; null for the service's own number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">The service refuses, or fails.</exception>
    public Task<DocumentPage> ListDocumentsAsync(string? after = null, int? limit = null, CancellationToken cancellationToken = default)
    {
        var parameters = new[] { after is null ? null : $"after={Escape(after)}", limit is null ? null : FormattableString.Invariant($"limit={limit}") }.OfType<string>().ToList();
        return GetAsync($"v1/documents{(parameters.Count > 0 ? "?" : "")}{string.Join('&', parameters)}", ClientJson.Default.DocumentPage, cancellationToken);
    }

    /// <summary>Gets a document with the text into which all offsets point.</summary>
    /// <param name="id">Its id, such as <see cref="Citation.DocumentId"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ForumQAProblemException">There is no such document.</exception>
    public Task<Document> GetDocumentAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);

        // The slashes of an id part folders, in its address too.
        return GetAsync($"v1/documents/{string.Join('/', id.Split('/').Select(Escape))}", ClientJson.Default.Document, cancellationToken);
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
