namespace ForumQA.Api.Conversations;

/// <summary>Registers whose turn it is in conversations.</summary>
internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services.AddSingleton<ConversationTurns>();
}
