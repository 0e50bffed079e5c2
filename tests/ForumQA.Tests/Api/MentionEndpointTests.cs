using static ForumQA.Tests.Api.RunningService;

namespace ForumQA.Tests.Api;

public sealed class MentionEndpointTests
{
    [Fact]
    public async Task Lists_names_and_of_a_name_asked_for_every_place()
    {
        await using var service = await StartAsync();

        var people = await service.GetJsonAsync("/v1/mentions?kind=person");
        var one = await service.GetJsonAsync("/v1/mentions?name=klein&document=bakery.md");

        Assert.Equal(["Rosa Klein", "Ada Quill", "Tom Birch"], people["names"]!.AsArray().Select(name => (string?)name!["name"]));
        Assert.Empty(people["mentions"]!.AsArray());
        var mention = Assert.Single(one["mentions"]!.AsArray())!;
        Assert.Equal("The oven of the bakery was built by Rosa Klein in 1888.", (string?)mention["sentence"]);
        var text = (string)(await service.GetJsonAsync("/v1/documents/bakery.md"))["text"]!;
        Assert.Equal("Rosa Klein", text[(int)mention["start"]!..(int)mention["end"]!]);
    }

    [Theory]
    [InlineData("/v1/mentions?kind=animal", 400, "field-invalid")]
    [InlineData("/v1/mentions?limit=0", 400, "field-invalid")]
    [InlineData("/v1/mentions?document=none.md", 404, "document-unknown")]
    public async Task Says_what_is_wrong(string path, int status, string code)
    {
        await using var service = await StartAsync();

        await ProblemAsync(await service.Client.GetAsync(path), status, code);
    }
}
