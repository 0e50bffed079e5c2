namespace ForumQA.Api.Access;

/// <summary>Registers who is let in.</summary>
internal static class KeyServices
{
    public static IServiceCollection AddKeys(this IServiceCollection services) => services
        .AddSingleton<KeyRing>()
        .AddSingleton<ReadableCorpus>()
        .AddSingleton<PartKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<PartKeeper>());
}
