using ForumQA.Api.Configuration;
using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Records;

/// <summary>Registers what keeps answers, what was said of them, and conversations.</summary>
internal static class RecordServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration) => services
        .AddValidated<RecordOptions>(configuration, RecordOptions.SectionName)
        .AddSingleton(provider => Open(provider.GetRequiredService<IOptions<RecordOptions>>().Value, provider.GetRequiredService<CorpusSynchronizer>().Index))
        .AddSingleton<RecordLimits>()
        .AddSingleton<RecordStore>()
        .AddSingleton<ConversationStore>()
        .AddSingleton<FeedbackStore>();

    /// <summary>The file that is named; else the database that keeps the index, so that all instances share what they remember; else a file beside the index.</summary>
    private static IRecordDatabase Open(RecordOptions options, IndexPlace index) =>
        string.IsNullOrWhiteSpace(options.Path) && index.Records(RecordMigrations.PostgreSql) is { } database ? database : new RecordDatabase(options.PathFor(index.File));
}
