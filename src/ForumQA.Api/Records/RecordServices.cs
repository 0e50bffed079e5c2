using ForumQA.Api.Configuration;
using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Records;

/// <summary>Registers what keeps answers, what was said of them, and conversations.</summary>
internal static class RecordServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration) => services
        .AddValidated<RecordOptions>(configuration, RecordOptions.SectionName)
        .AddSingleton(provider => new RecordDatabase(
            provider.GetRequiredService<IOptions<RecordOptions>>().Value.PathFor(provider.GetRequiredService<CorpusSynchronizer>().Index.File)))
        .AddSingleton<RecordLimits>()
        .AddSingleton<RecordStore>()
        .AddSingleton<ConversationStore>()
        .AddSingleton<FeedbackStore>();
}
