using System.Text.Json.Serialization;

namespace ForumQA.Evaluation.Running;

/// <summary>The log of an unfinished run as JSON, without reflection at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, WriteIndented = false)]
[JsonSerializable(typeof(CaseResult))]
internal sealed partial class RunJson : JsonSerializerContext;
