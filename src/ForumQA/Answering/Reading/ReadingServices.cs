using ForumQA.Models.Reading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering.Reading;

/// <summary>Registers what reads passages.</summary>
internal static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services, IConfiguration configuration) =>
        services.AddAnsweringOptions<ReaderOptions>(configuration, ReaderOptions.SectionName);

    /// <summary>The reader; null when none is configured.</summary>
    /// <exception cref="ForumQAException">One is configured, and the package that runs it is not registered.</exception>
    public static AnswerReader? FindReader(this IServiceProvider provider) =>
        provider.GetService<AnswerReader>() is { } reader ? reader
        : string.IsNullOrWhiteSpace(provider.GetRequiredService<IOptions<ReaderOptions>>().Value.Path) ? null
        : throw new ForumQAException(
            "models-not-registered", "Reader:Path names a model to run in this process. Reference the package ForumQA.Onnx and call AddForumQAModels before AddForumQA.");
}
