using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace ForumQA.Hosting.Access;

/// <summary>A key of the web service, as it is kept: its hash, from which the key cannot be found.</summary>
/// <remarks>
/// SHA-256 without salt or stretching is right here and would be wrong for passwords: a key is 256 random bits, so there is nothing to guess and
/// no table to prepare, and a hash that is slow on purpose would only slow down every request.
/// </remarks>
public sealed class ApiKey : IValidatableObject
{
    private const int HashDigits = SHA256.HashSizeInBytes * 2;

    /// <summary>What keys begin with, so that people and secret scanners recognise one.</summary>
    public const string Prefix = "fqa_";

    /// <summary>What the key is called in lists and logs: 1 to 64 letters, digits, dots, hyphens and underscores.</summary>
    [Required]
    [RegularExpression(@"[A-Za-z0-9._-]{1,64}", ErrorMessage = "A key's name has 1 to 64 letters, digits, dots, hyphens and underscores.")]
    public string Name { get; set; } = "";

    /// <summary>The SHA-256 of the key's UTF-8 bytes, in 64 hexadecimal digits.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What it allows: <c>ask</c> or <c>manage</c>.</summary>
    public ApiScopes Scopes { get; set; }

    /// <summary>Names and values of metadata: the key shows only documents that have them all, compared without regard to case. Null, the default, for all documents; never empty, and only with the scope <c>ask</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Where { get; set; }

    /// <summary>When it was made; null when that is not known.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>A new key: 256 random bits.</summary>
    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    /// <summary>The hash of a key, as <see cref="Hash"/> holds it.</summary>
    /// <param name="secret">The key.</param>
    public static string HashOf(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>The key that a client has sent, if it is one of these.</summary>
    /// <param name="keys">The keys there are.</param>
    /// <param name="secret">What the client has sent.</param>
    /// <returns>Null when it is none of them.</returns>
    public static ApiKey? Find(IReadOnlyList<ApiKey> keys, string secret)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var sent = Encoding.ASCII.GetBytes(HashOf(secret));
        ApiKey? found = null;

        // All are looked at, each in constant time: how long it takes tells neither which one nor how much of it was right.
        foreach (var key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(sent, Encoding.ASCII.GetBytes(key.Hash.ToLowerInvariant())))
            {
                found = key;
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Hash.Length != HashDigits || !Hash.All(char.IsAsciiHexDigit))
        {
            yield return new ValidationResult(
                $"The hash of the key '{Name}' is not a SHA-256 in {HashDigits} hexadecimal digits. Make a key with: forumqa key add NAME", [nameof(Hash)]);
        }

        if (Scopes is not (ApiScopes.Ask or ApiScopes.Manage))
        {
            yield return new ValidationResult($"The scopes of the key '{Name}' are neither 'ask' nor 'manage'.", [nameof(Scopes)]);
        }

        if (Where is not null && (Where.Count == 0
            || Where.Any(pair => string.IsNullOrWhiteSpace(pair.Key) || string.IsNullOrWhiteSpace(pair.Value))
            || Where.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Where.Count))
        {
            yield return new ValidationResult(
                $"The key '{Name}' is bound to documents that nobody can tell: 'where' takes names and values of metadata, each name once, such as team=sales.", [nameof(Where)]);
        }

        // What it uploaded could be read by others, and what it deleted or indexed is not its own.
        if (Where is not null && Scopes == ApiScopes.Manage)
        {
            yield return new ValidationResult(
                $"The key '{Name}' is bound to documents, so it may only ask and read. Leave out --where or --scope manage; to do both, make two keys.", [nameof(Scopes)]);
        }
    }
}
