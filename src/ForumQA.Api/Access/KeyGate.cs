using System.Net;
using ForumQA.Api.Problems;
using ForumQA.Hosting.Access;

namespace ForumQA.Api.Access;

/// <summary>Lets requests through that carry a key which allows what they ask for, and every one while no key is needed.</summary>
internal sealed class KeyGate(RequestDelegate next, KeyRing keys)
{
    public const string KeyHeader = "X-Api-Key";

    private const string Scheme = "Bearer ";

    /// <summary>No key of ours is longer; more need not be hashed.</summary>
    private const int MaxKeyLength = 256;

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!keys.Required)
        {
            // The start has seen to this already; but configuration can be changed while the service runs, and a mistake here would show every document.
            if (context.Connection.LocalIpAddress is { } address && !IPAddress.IsLoopback(address))
            {
                return RefuseAsync(context, ProblemKind.KeyMissing, "Whoever runs this service must make a key first: forumqa key add NAME", "");
            }

            context.Features.Set(Caller.Local);
            return next(context);
        }

        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata is null || metadata.GetMetadata<OpenToAll>() is not null)
        {
            return next(context);
        }

        if (SentKey(context.Request) is not { } sent)
        {
            return RefuseAsync(context, ProblemKind.KeyMissing, "Send a key in the header 'Authorization: Bearer KEY'. Whoever runs this service makes them with: forumqa key add NAME", "");
        }

        if (sent.Length > MaxKeyLength || keys.Find(sent) is not { } key)
        {
            return RefuseAsync(context, ProblemKind.KeyInvalid, "This service does not know the key, or no longer. Check that it is whole, or ask for a new one.", ", error=\"invalid_token\"");
        }

        if (key.Where is { } where && metadata.GetMetadata<ForBoundKeys>() is null)
        {
            return RefuseAsync(
                context,
                ProblemKind.KeyBound,
                $"The key '{key.Name}' is bound to the documents with {string.Join(", ", where.Select(pair => $"{pair.Key}={pair.Value}"))} and may only ask and read them. Use one made without --where: forumqa key add NAME --scope manage",
                ", error=\"insufficient_scope\", scope=\"manage\"");
        }

        var scopes = metadata.GetMetadata<RequiresScope>()?.Scopes ?? ApiScopes.Ask;
        if ((key.Scopes & scopes) != scopes)
        {
            return RefuseAsync(
                context, ProblemKind.ScopeMissing, $"The key '{key.Name}' may ask and read only. Use one made with: forumqa key add NAME --scope manage", ", error=\"insufficient_scope\", scope=\"manage\"");
        }

        context.Features.Set(key);
        context.Features.Set(Caller.Of(key));
        return next(context);
    }

    private static string? SentKey(HttpRequest request) => request.Headers.Authorization.ToString() switch
    {
        var header when header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.AsSpan(Scheme.Length).Trim() is { Length: > 0 } key => key.ToString(),
        _ => request.Headers[KeyHeader].ToString() is { Length: > 0 } key ? key.Trim() : null,
    };

    // RFC 6750, section 3: the challenge names the scheme, and what was wrong only when a key was sent.
    private static Task RefuseAsync(HttpContext context, string code, string detail, string challenge)
    {
        context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"forumqa\"{challenge}";
        return ProblemWriter.WriteAsync(context, code, detail);
    }
}
