using ForumQA.Hosting.Access;

namespace ForumQA.Cli.Json;

/// <summary>The keys in the key file.</summary>
internal sealed record KeyListJson(IReadOnlyList<KeyJson> Keys);

/// <summary>A key, without what could be used in its place; <paramref name="Where"/> is null where it shows all documents.</summary>
internal sealed record KeyJson(string Name, ApiScopes Scopes, IReadOnlyDictionary<string, string>? Where, DateTimeOffset? CreatedAt);

/// <summary>A key that has just been made; <paramref name="Key"/> is shown this once. The hash is what <c>Api:Keys</c> takes.</summary>
internal sealed record NewKeyJson(string Name, ApiScopes Scopes, IReadOnlyDictionary<string, string>? Where, string Key, string Hash);
