using System.Text;
using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

public sealed class CheckEndpointTests
{
    private static readonly string[] Bakery = ["bakery.md"];

    [Fact]
    public async Task Checks_each_sentence_and_quotes_what_contradicts_it()
    {
        await using var service = await StartAsync();

        var result = await service.PostJsonAsync("/v1/check", new { text = "Good morning! The harbour has five docks. The keeper of the lighthouse in 1930 was Tom Birch." });

        Assert.Equal(["nothingToCheck", "contradicted", "supported"], result["claims"]!.AsArray().Select(claim => (string?)claim!["verdict"]));
        var conflict = result["claims"]![1]!["conflicts"]![0]!;
        Assert.Equal(("number", "five", "three"), ((string?)conflict["kind"], (string?)conflict["claimed"], (string?)conflict["stated"]));
        Assert.All(result["citations"]!.AsArray(), citation => Assert.Equal("town/harbour.md", (string?)citation!["documentId"]));
        var text = (string)(await service.GetJsonAsync("/v1/documents/town/harbour.md"))["text"]!;
        Assert.All(result["citations"]!.AsArray(), citation => Assert.Equal((string?)citation!["quotation"], text[(int)citation["start"]!..(int)citation["end"]!]));
    }

    [Fact]
    public async Task Keeps_to_the_documents_that_are_named()
    {
        await using var service = await StartAsync();

        var result = await service.PostJsonAsync("/v1/check", new { text = "The harbour has three docks.", filter = new { documents = Bakery } });

        Assert.Equal(1, (int)result["notFound"]!);
    }

    [Theory]
    [InlineData("{}", 400, "text-empty")]
    [InlineData("""{"text":" "}""", 400, "text-empty")]
    [InlineData("""{"text":"The harbour has three docks, and much more besides."}""", 400, "text-too-long")]
    [InlineData("""{"text":"The harbour.","filter":{"documents":["none.md"]}}""", 404, "document-unknown")]
    [InlineData("""{"texts":"The harbour."}""", 400, "field-unknown")]
    public async Task Says_what_is_wrong(string body, int status, string code)
    {
        await using var service = await StartAsync(null, null, "--Api:Limits:TextLength=40");

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await ProblemAsync(await service.Client.PostAsync("/v1/check", content), status, code);
    }
}
