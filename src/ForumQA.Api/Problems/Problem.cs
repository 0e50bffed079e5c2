using System.Text.Json.Serialization;

namespace ForumQA.Api.Problems;

/// <summary>Why a request failed, as RFC 9457 lays it out.</summary>
internal sealed record Problem
{
    /// <summary>Identifies the kind of problem: <c>urn:forumqa:problem:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong this time, and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable and machine-readable.</summary>
    public required string Code { get; init; }

    /// <summary>The field or parameter that is wrong; absent when it is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>Names the request in the service's log.</summary>
    public required string RequestId { get; init; }

    public static Problem Of(ProblemKind kind, string detail, string? field, HttpContext context) => new()
    {
        Type = $"urn:forumqa:problem:{kind.Code}",
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        Code = kind.Code,
        Field = field,
        RequestId = context.TraceIdentifier,
    };
}
