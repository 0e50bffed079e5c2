using System.Reflection;
using ForumQA.Api.Access;
using ForumQA.Api.Configuration;
using ForumQA.Api.OpenApi;
using ForumQA.Api.Problems;
using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.About;

/// <summary><c>/v1/about</c>: what a client needs to know of the service before it asks.</summary>
internal static class AboutEndpoints
{
    private static readonly string Version =
        typeof(AboutEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapAbout(this IEndpointRouteBuilder routes) => routes.MapGet("/about", (
            IOptions<ChatModelOptions> chat, IOptions<LimitOptions> limits, IOptions<RetrievalOptions> retrieval) => TypedResults.Ok(new AboutJson
            {
                Version = Version,
                Model = chat.Value.Endpoint is null ? null : chat.Value.Model,
                Models = chat.Value.Offered,
                QuestionLength = limits.Value.QuestionLength,
                Passages = retrieval.Value.Limit,
                MostPassages = RetrievalOptions.HighestLimit,
                Formats = DocumentReaders.Extensions,
            }))
        .WithTags("Health")
        .WithName("about")
        .WithSummary("What the service is set to")
        .WithDescription("Which language model writes answers and which others may be asked for, how long a question may be, how many passages are considered, which files are read.")
        .WithExample(null, "about.json")
        .ShowsNoDocuments()
        .ProducesProblems(ProblemKind.NotAcceptable);
}

/// <summary>What the service is set to.</summary>
internal sealed record AboutJson
{
    /// <summary>The version of ForumQA.</summary>
    public required string Version { get; init; }

    /// <summary>The language model that writes answers; null when the documents are quoted only.</summary>
    public required string? Model { get; init; }

    /// <summary>The language models that a question may ask for by <c>model</c>, the default first; none when the documents are quoted only.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The longest question, in UTF-16 code units.</summary>
    public required int QuestionLength { get; init; }

    /// <summary>How many passages are considered when a question does not say.</summary>
    public required int Passages { get; init; }

    /// <summary>The most passages that a question may ask for.</summary>
    public required int MostPassages { get; init; }

    /// <summary>The extensions of files that can be read, each with its full stop.</summary>
    public required IReadOnlyList<string> Formats { get; init; }
}
