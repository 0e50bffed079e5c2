using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using ForumQA.Hosting.Access;

namespace ForumQA.Tests.Hosting.Access;

public sealed class ApiKeyTests
{
    private const string Secret = "fqa_secret";

    [Fact]
    public void Finds_a_key_only_when_every_digit_of_its_hash_is_right()
    {
        var hash = ApiKey.HashOf(Secret);

        for (var i = 0; i < hash.Length; i++)
        {
            var other = hash[..i] + (hash[i] == '0' ? '1' : '0') + hash[(i + 1)..];

            Assert.Null(ApiKey.Find([Key(other)], Secret));
        }

        Assert.NotNull(ApiKey.Find([Key(hash)], Secret));
    }

    [Fact]
    public void Finds_the_key_among_others_wherever_it_stands_and_however_its_hash_is_written()
    {
        var key = Key(ApiKey.HashOf(Secret).ToUpperInvariant());
        var (first, second) = (Key(ApiKey.HashOf("fqa_first")), Key(ApiKey.HashOf("fqa_second")));

        Assert.Same(key, ApiKey.Find([key, first, second], Secret));
        Assert.Same(key, ApiKey.Find([first, key, second], Secret));
        Assert.Same(key, ApiKey.Find([first, second, key], Secret));
        Assert.Null(ApiKey.Find([first, second], Secret));
        Assert.Null(ApiKey.Find([], Secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fqa_secre")]
    [InlineData("fqa_secret ")]
    [InlineData("FQA_SECRET")]
    public void Finds_no_key_by_what_only_resembles_it(string sent) => Assert.Null(ApiKey.Find([Key(ApiKey.HashOf(Secret))], sent));

    [Fact]
    public void Hashes_the_bytes_as_the_standard_has_it() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ApiKey.HashOf("abc")); // FIPS 180-2, appendix B.1.

    [Fact]
    public void A_new_key_says_what_it_is_and_has_256_bits_that_no_other_has()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => ApiKey.NewSecret()).ToList();

        Assert.All(secrets, secret => Assert.StartsWith("fqa_", secret, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.Equal(32, Base64Url.DecodeFromChars(secret.AsSpan(4)).Length));
        Assert.Equal(secrets.Count, secrets.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("name", 64, 'a', ApiScopes.Ask, true)]
    [InlineData("name", 64, 'F', ApiScopes.Manage, true)]
    [InlineData("a.b-c_9", 64, '0', ApiScopes.Ask, true)]
    [InlineData("name", 63, 'a', ApiScopes.Ask, false)]
    [InlineData("name", 65, 'a', ApiScopes.Ask, false)]
    [InlineData("name", 64, 'g', ApiScopes.Ask, false)]
    [InlineData("name", 64, 'a', (ApiScopes)0, false)]
    [InlineData("a name", 64, 'a', ApiScopes.Ask, false)]
    [InlineData("", 64, 'a', ApiScopes.Ask, false)]
    public void Knows_what_cannot_be_a_key(string name, int digits, char digit, ApiScopes scopes, bool isValid)
    {
        var key = new ApiKey { Name = name, Hash = new string(digit, digits), Scopes = scopes };
        var wrong = new List<ValidationResult>();

        Assert.Equal(isValid, Validator.TryValidateObject(key, new ValidationContext(key), wrong, validateAllProperties: true));
        Assert.Equal(isValid, wrong.Count == 0);
    }

    private static ApiKey Key(string hash) => new() { Name = "name", Hash = hash, Scopes = ApiScopes.Ask };
}
