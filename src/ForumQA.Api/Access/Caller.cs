using System.Security.Cryptography;
using System.Text;
using ForumQA.Hosting.Access;
using ForumQA.Retrieval;

namespace ForumQA.Api.Access;

/// <summary>Whoever sent a request, and what of the documents and the records may be shown to them. <see cref="KeyGate"/> says who it is.</summary>
internal sealed record Caller
{
    private const int OwnerDigits = 32;

    private Caller()
    {
    }

    /// <summary>Whoever asks a service that needs no key: it is their own, with all that was ever kept.</summary>
    public static Caller Local { get; } = new() { Sees = RecordSight.All };

    /// <summary>What answers and conversations of this key are marked with; null without a key.</summary>
    /// <remarks>Of the key itself, not of its name, which another key may have later; and of what it is bound to, so that a key that was narrowed by hand loses sight of what it was told before.</remarks>
    public string? Owner { get; private init; }

    /// <summary>What the key is bound to, as one text; null for nothing.</summary>
    public string? Binding { get; private init; }

    /// <summary>Which documents may be shown; null for all.</summary>
    public CorpusFilter? Within { get; private init; }

    /// <summary>Whose records may be shown.</summary>
    public RecordSight Sees { get; private init; }

    /// <summary>The caller that a key stands for.</summary>
    public static Caller Of(ApiKey key)
    {
        var binding = key.Where is null ? null : string.Join('\n', key.Where.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return new Caller
        {
            Owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Hash.ToLowerInvariant()}\n{binding}")))[..OwnerDigits],
            Binding = binding,
            Within = key.Where is null ? null : new CorpusFilter { Metadata = key.Where },
            Sees = key is { Where: null, Scopes: ApiScopes.Manage } ? RecordSight.OwnAndNobodys : RecordSight.Own,
        };
    }

    /// <summary>Gives endpoints the caller of a request.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(context.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody has looked at who sent this request: the endpoint is open to all and may show nothing of anyone."));
    }
}

/// <summary>Whose answers and conversations someone may see.</summary>
internal enum RecordSight
{
    /// <summary>Their own.</summary>
    Own = 0,

    /// <summary>Also those that belong to nobody: begun without a key, or before keys owned what they began.</summary>
    OwnAndNobodys = 1,

    /// <summary>Everybody's.</summary>
    All = 2,
}
