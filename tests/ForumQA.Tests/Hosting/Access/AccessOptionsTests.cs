using System.ComponentModel.DataAnnotations;
using ForumQA.Hosting.Access;

namespace ForumQA.Tests.Hosting.Access;

public sealed class AccessOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Keeps_keys_beside_the_configuration_unless_a_file_is_named(string? file)
    {
        var path = new AccessOptions { KeyFile = file }.FullKeyFile;

        Assert.Equal("keys.json", Path.GetFileName(path));
        Assert.True(Path.IsPathFullyQualified(path));
    }

    [Fact]
    public void Names_the_file_in_full() => Assert.Equal(Path.GetFullPath("other/keys.json"), new AccessOptions { KeyFile = "other/keys.json" }.FullKeyFile);

    [Fact]
    public void Takes_keys_of_different_names() => Assert.Empty(Wrong(Key("first"), Key("second")));

    [Fact]
    public void Says_which_key_is_wrong_and_why()
    {
        var wrong = Assert.Single(Wrong(Key("first"), Key("a name")));

        Assert.StartsWith("Api:Keys:1: A key's name", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_hash_is_none_and_that_a_scope_is_none() =>
        Assert.Equal(
            [
                "Api:Keys:0: The hash of the key 'page' is not a SHA-256 in 64 hexadecimal digits. Make a key with: forumqa key add NAME",
                "Api:Keys:0: The scopes of the key 'page' are neither 'ask' nor 'manage'.",
            ],
            Wrong(new ApiKey { Name = "page", Hash = "a" + new string('x', 63) }));

    [Fact]
    public void Asks_for_a_name_of_its_own_for_each_key() =>
        Assert.Equal(["Api:Keys has several keys named 'page'. Give each its own name."], Wrong(Key("page"), Key("other"), Key("page")));

    private static List<string?> Wrong(params ApiKey[] keys)
    {
        var options = new AccessOptions { Keys = keys };
        return [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage)];
    }

    private static ApiKey Key(string name) => new() { Name = name, Hash = ApiKey.HashOf(name), Scopes = ApiScopes.Ask };
}
