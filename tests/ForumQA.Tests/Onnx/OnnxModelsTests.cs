using ForumQA.Answering.Reading;
using ForumQA.Models.Embedding;
using ForumQA.Onnx;
using ForumQA.Tests.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Onnx;

public sealed class OnnxModelsTests
{
    [Theory]
    [InlineData(null, null, "builtin-arctic-embed-xs-")]
    [InlineData(null, "words", "builtin-character-grams-")]
    [InlineData("http://localhost:1/v1", "nomic-embed-text", "nomic-embed-text")]
    public void Chooses_the_model_that_the_configuration_names(string? endpoint, string? model, string expected)
    {
        using var services = Compose(new() { ["Embedding:Endpoint"] = endpoint, ["Embedding:Model"] = model }, _ => { });

        var chosen = services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();

        Assert.StartsWith(expected, EmbeddingIdentity.Of(chosen).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_the_place_to_a_generator_that_is_registered_already()
    {
        using var mine = new FakeEmbedder();
        using var services = Compose([], services => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(mine));

        Assert.Same(mine, services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
    }

    [Fact]
    public void Says_which_package_runs_a_reader_and_what_its_folder_lacks()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Reader:Path"] = "no-such-folder" }).Build();
        using var without = new ServiceCollection().AddForumQA(configuration).BuildServiceProvider();
        using var with = Compose(new() { ["Reader:Path"] = "no-such-folder" }, _ => { });

        Assert.Equal("models-not-registered", Assert.Throws<ForumQAException>(() => without.FindReader()).Code);
        Assert.Equal("model-file-missing", Assert.Throws<ModelException>(() => with.FindReader()).Code);
    }

    [Fact]
    public void Reads_nothing_where_no_reader_is_named()
    {
        using var services = Compose([], _ => { });

        Assert.Null(services.FindReader());
    }

    private static ServiceProvider Compose(Dictionary<string, string?> settings, Action<IServiceCollection> register)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        register(services);
        return services.AddForumQAModels(configuration).AddForumQA(configuration).BuildServiceProvider();
    }
}
