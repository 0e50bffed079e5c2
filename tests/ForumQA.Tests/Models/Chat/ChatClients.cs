using ForumQA.Models.Chat;

namespace ForumQA.Tests.Models.Chat;

/// <summary>Clients of a scripted server.</summary>
internal static class ChatClients
{
    public static RemoteChatClient Remote(Uri endpoint, Action<ChatModelOptions>? configure = null) =>
        new(Options(endpoint, configure), new HttpClient(), TimeProvider.System);

    public static ResilientChatClient Resilient(Uri endpoint, TimeProvider time, Action<ChatModelOptions>? configure = null)
    {
        var options = Options(endpoint, configure);
        return new ResilientChatClient(new RemoteChatClient(options, new HttpClient(), time), options, time);
    }

    public static ChatModelOptions Options(Uri endpoint, Action<ChatModelOptions>? configure = null)
    {
        var options = new ChatModelOptions { Endpoint = endpoint, Model = "model-1" };
        configure?.Invoke(options);
        return options;
    }
}
