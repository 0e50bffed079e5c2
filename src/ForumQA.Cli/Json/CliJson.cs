using System.Text.Json.Serialization;
using ForumQA.Evaluation.Import;
using ForumQA.Hosting.Json;

namespace ForumQA.Cli.Json;

/// <summary>Everything the console prints as JSON, without reflection at run time. The shapes are documented in docs/cli.md.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(MentionsJson))]
[JsonSerializable(typeof(IndexJson))]
[JsonSerializable(typeof(IndexCopyJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(EvalJson))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(CalibrationJson))]
[JsonSerializable(typeof(DocumentTextJson))]
[JsonSerializable(typeof(VerificationJson))]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(KeyListJson))]
[JsonSerializable(typeof(NewKeyJson))]
[JsonSerializable(typeof(ErrorJson))]
internal sealed partial class CliJson : JsonSerializerContext;
