namespace ForumQA.Api.OpenApi;

/// <summary>Names the files in OpenApi/Examples that show an operation's body and its response; null for none.</summary>
internal sealed record Examples(string? Request, string? Response);

/// <summary>The codes of the problems an operation may answer with, bugs left out.</summary>
internal sealed record ProblemCodes(IReadOnlyList<string> Codes);

/// <summary>The events an operation streams to clients that accept them, the error left out.</summary>
internal sealed record StreamsEvents(IReadOnlyList<string> Names);

/// <summary>What endpoints say of themselves beyond what the framework knows.</summary>
internal static class DescriptionMetadata
{
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string? request, string? response) =>
        endpoint.WithMetadata(new Examples(request, response));

    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params string[] codes) =>
        endpoint.WithMetadata(new ProblemCodes(codes));
}
