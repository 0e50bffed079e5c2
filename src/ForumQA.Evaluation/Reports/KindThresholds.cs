using System.Text.Json.Serialization;

namespace ForumQA.Evaluation.Reports;

/// <summary>What one kind of question must reach; see <see cref="Thresholds"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record KindThresholds
{
    private static readonly IReadOnlyDictionary<string, double> None = new Dictionary<string, double>();

    /// <summary>What the lower confidence bound must not fall below, by metric.</summary>
    public IReadOnlyDictionary<string, double> Minimum { get; init => field = value ?? None; } = None;

    /// <summary>What the upper confidence bound must not exceed, by metric.</summary>
    public IReadOnlyDictionary<string, double> Maximum { get; init => field = value ?? None; } = None;
}
