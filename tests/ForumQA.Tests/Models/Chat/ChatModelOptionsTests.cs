using System.ComponentModel.DataAnnotations;
using ForumQA.Models.Chat;

namespace ForumQA.Tests.Models.Chat;

public sealed class ChatModelOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Validate(new ChatModelOptions()));

    [Theory]
    [InlineData("ftp://localhost", "m", 1024, "not an http or https address")]
    [InlineData("localhost:11434", "m", 1024, "not an http or https address")]
    [InlineData("http://me:secret@localhost:11434/v1", "m", 1024, "Chat:ApiKey")]
    [InlineData("http://localhost:11434/v1", null, 1024, "Chat:Model is not")]
    [InlineData(null, "m", 1024, "Chat:Endpoint is not")]
    [InlineData("http://localhost:11434/v1", "m", 8192, "Chat:ContextTokens")]
    public void What_does_not_fit_together_is_refused_with_the_remedy(string? endpoint, string? model, int output, string remedy)
    {
        var options = new ChatModelOptions { Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute), Model = model, MaxOutputTokens = output };

        Assert.Contains(remedy, Assert.Single(Validate(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "b", "Chat:Models is set but Chat:Model is not")]
    [InlineData("a", " ", "a blank name")]
    public void Further_models_need_a_first_one_and_names(string? model, string further, string remedy)
    {
        var options = new ChatModelOptions { Endpoint = model is null ? null : new Uri("http://localhost:11434/v1"), Model = model, Models = [further] };

        Assert.Contains(remedy, Assert.Single(Validate(options)), StringComparison.Ordinal);
    }

    private static List<string> Validate(ChatModelOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }
}
