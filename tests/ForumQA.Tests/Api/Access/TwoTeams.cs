using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Hosting.Access;

namespace ForumQA.Tests.Api.Access;

/// <summary>A service over the documents of two teams, with a key bound to each, one that manages and one that may ask for everything. Nothing limits their rate.</summary>
public sealed class TwoTeams : IAsyncLifetime, IDisposable
{
    public const string SalesDocument = "sales/plan.md";
    public const string LegalDocument = "legal/contract.md";

    /// <summary>What stands in one team's document only.</summary>
    private static readonly Dictionary<string, string[]> Marks = new()
    {
        ["sales"] = ["Quorvex", "Petra", "Salling", "Brellheim", "Lamp Office", "410,000", "plan.md"],
        ["legal"] = ["Zimbrel", "Ulf", "Brandt", "Hasserod", "Oldewig", "Port Authority", "Notary Office", "77,000", "9 April 2023", "contract.md"],
    };

    private readonly ServiceFolder _folder = new();

    public TwoTeams()
    {
        _folder.Write(SalesDocument, """
            ---
            title: The Quorvex plan
            team: sales
            event: Spring fair
            example_question: Who leads the Quorvex campaign?
            ---

            ## Campaign

            Petra Salling leads the Quorvex campaign of the Brellheim office. The campaign began on 3 March 2024 and costs 410,000 crowns.

            ## Advice

            Ilse Kamp, director of the Lamp Office, buys the lamps of the Quorvex campaign. Petra Salling said that the discounts of the spring fair end in June.
            """);
        _folder.Write(LegalDocument, """
            ---
            title: The Zimbrel contract
            Team: Legal
            event: Spring fair
            example_question: Who signed the Zimbrel contract?
            ---

            ## Signing

            Dr. Ulf Brandt of the Port Authority signed the Zimbrel contract with the port of Hasserod on 9 April 2023. The Zimbrel contract names a penalty of 77,000 crowns.

            ## Advice

            Ilse Kamp, director of the Notary Office, advises the notary of Hasserod. Marta Oldewig said that the register of the spring fair is closed.
            """);
    }

    internal RunningService Service { get; private set; } = null!;

    internal ServiceFolder Folder => _folder;

    /// <summary>The keys, by what they are called.</summary>
    internal Dictionary<string, string> Keys { get; } = [];

    public async Task InitializeAsync()
    {
        Add("sales", ApiScopes.Ask, "sales");
        Add("legal", ApiScopes.Ask, "LEGAL");
        Add("asker", ApiScopes.Ask);
        Add("manager", ApiScopes.Manage);
        Service = await RunningService.StartAsync(_folder, settings: ["--Api:Rate:AnswersPerMinute=0", "--Api:Rate:RequestsPerMinute=0"]);
    }

    public Task DisposeAsync() => Service.DisposeAsync().AsTask();

    public void Dispose() => _folder.Dispose();

    internal void Add(string name, ApiScopes scopes, string? team = null) =>
        Keys[name] = new ApiKeyFile(_folder.KeyFile, TimeProvider.System).Add(name, scopes, team is null ? null : new Dictionary<string, string> { ["team"] = team });

    /// <summary>What of a team's own stands in a text, leaving out what the request itself said.</summary>
    internal static IReadOnlyList<string> MarksIn(string team, string text, string request) =>
        [.. Marks[team].Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase) && !request.Contains(mark, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Sends a request with a key.</summary>
    /// <param name="key">What the key is called.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The address.</param>
    /// <param name="body">As JSON; null for none.</param>
    /// <param name="accept">What is accepted; null for anything.</param>
    internal async Task<(HttpResponseMessage Response, string Text)> SendAsync(string key, string method, string path, string? body = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Keys[key]);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        }

        var response = await Service.Client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The same, read as JSON; it must succeed.</summary>
    internal async Task<JsonNode> JsonAsync(string key, string method, string path, object? body = null)
    {
        var (response, text) = await SendAsync(key, method, path, body is null ? null : JsonSerializer.Serialize(body));
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
