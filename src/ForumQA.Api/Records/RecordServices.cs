using ForumQA.Api.Configuration;

namespace ForumQA.Api.Records;

/// <summary>Registers what keeps answers and conversations.</summary>
internal static class RecordServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration) =>
        services.AddValidated<RecordOptions>(configuration, RecordOptions.SectionName).AddSingleton<RecordStore>();
}
