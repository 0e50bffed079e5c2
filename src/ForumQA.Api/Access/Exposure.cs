using System.Net;

namespace ForumQA.Api.Access;

/// <summary>Whether others than this machine can reach the service.</summary>
internal static class Exposure
{
    private const string HttpPorts = "http_ports";
    private const string HttpsPorts = "https_ports";

    /// <summary>Whether ports are configured that the framework opens to all machines when no address is named, as in .NET's container images.</summary>
    public static bool HasPorts(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration[HttpPorts]) || !string.IsNullOrWhiteSpace(configuration[HttpsPorts]);

    /// <summary>Refuses to serve others without a key.</summary>
    /// <exception cref="ForumQAException">An address is reached from beyond this machine and there is no key, or an address is none.</exception>
    public static void Check(IConfiguration configuration, KeyRing keys)
    {
        var any = keys.Any();
        if (Addresses(configuration).FirstOrDefault(address => !IsLocal(address)) is { } exposed && !any)
        {
            throw new ForumQAException(
                "keys-missing",
                $"The service would be reached from other machines at '{exposed}', and there is no key. Make one with 'forumqa key add NAME', or serve this machine only with --urls=http://localhost:5080.");
        }
    }

    /// <summary>Whether a host, as in an address or a Host header, is this machine and nothing else.</summary>
    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));

    // These keys are the framework's own. All that are set are looked at, whichever of them wins in the end.
    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var urls = configuration[WebHostDefaults.ServerUrlsKey];
        foreach (var url in Split(urls))
        {
            yield return url;
        }

        if (string.IsNullOrWhiteSpace(urls))
        {
            foreach (var port in Split(configuration[HttpPorts]).Concat(Split(configuration[HttpsPorts])))
            {
                yield return $"http://*:{port}";
            }
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } url)
            {
                yield return url;
            }
        }
    }

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsLocal(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);

            // Kestrel listens on all addresses for every name but localhost: *, + and host names alike.
            return address.IsUnixPipe || address.IsNamedPipe || IsLoopback(address.Host);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new ForumQAException("address-invalid", $"'{url}' is no address to listen on. Give one like http://localhost:5080 with --urls.", e);
        }
    }
}
