using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Models.Chat;

public sealed class ChatRegistrationTests
{
    [Fact]
    public void Without_an_endpoint_there_is_no_client()
    {
        using var services = Compose([]);

        Assert.Null(services.GetService<IChatClient>());
    }

    [Fact]
    public async Task With_an_endpoint_there_is_one_that_answers()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        using var services = Compose(new() { ["Chat:Endpoint"] = server.Endpoint.ToString(), ["Chat:Model"] = "model-1" });

        var response = await services.GetRequiredService<IChatClient>().GetResponseAsync("How many docks?");

        Assert.Equal("The harbour has three docks. [1]", response.Text);
        Assert.Equal("model-1", services.GetRequiredService<IChatClient>().GetService<ChatClientMetadata>()!.DefaultModelId);
    }

    [Fact]
    public void A_client_registered_before_wins()
    {
        using var mine = ChatClients.Remote(new Uri("http://localhost:1/v1"));
        using var services = Compose(new() { ["Chat:Endpoint"] = "http://localhost:2/v1", ["Chat:Model"] = "m" }, services => services.AddSingleton<IChatClient>(mine));

        Assert.Same(mine, services.GetRequiredService<IChatClient>());
    }

    [Fact]
    public void The_options_in_force_tell_the_model_and_hide_the_key()
    {
        using var services = Compose(new() { ["Chat:Endpoint"] = "http://localhost:2/v1", ["Chat:Model"] = "m", ["Chat:ApiKey"] = "sk-secret" });

        var options = EffectiveOptions.Of(services);

        Assert.Equal(("m", "(set)"), (options["Chat:Model"], options["Chat:ApiKey"]));
    }

    private static ServiceProvider Compose(Dictionary<string, string?> settings, Action<IServiceCollection>? before = null)
    {
        var services = new ServiceCollection();
        before?.Invoke(services);
        return services.AddForumQA(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
