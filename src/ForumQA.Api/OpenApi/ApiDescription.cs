using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForumQA.Api.Access;
using ForumQA.Api.Json;
using ForumQA.Api.Problems;
using ForumQA.Hosting.Access;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace ForumQA.Api.OpenApi;

/// <summary>Completes the OpenAPI document at <c>/openapi/v1.json</c>: what the service is, examples, problems, streams of events.</summary>
internal static class ApiDescription
{
    private const string KeyScheme = "key";

    private const string Json = "application/json";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "ForumQA",
                Version = "v1",
                Description = "Answers questions from a folder of documents and proves every sentence with a quotation. "
                    + "Every failure is a problem (RFC 9457) with a stable `code`; every response carries `X-Request-Id`, which a request may set.",
            };

            // The address is whoever serves it; naming it would make the document another on every machine.
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key made with `forumqa key add`. Needed once there is one, and always when the service is reached from other machines. "
                    + "A key made with `--where` is shown only the documents that it is bound to, as if there were no others, and may only ask and read. Answers and conversations are seen by the key that asked.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<RequiresScope>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            }

            AddExamples(operation, metadata.OfType<Examples>().FirstOrDefault());
            AddEvents(operation, metadata.OfType<StreamsEvents>().FirstOrDefault());
            if (metadata.OfType<ProblemCodes>().FirstOrDefault() is { } problems)
            {
                var shape = metadata.OfType<IProblemShape>().FirstOrDefault();
                var type = shape?.Type ?? typeof(Problem);
                var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken).ConfigureAwait(false);
                context.Document!.AddComponent(type.Name, schema);
                var json = context.ApplicationServices.JsonOptions();
                AddProblems(operation, [.. problems.Codes, .. AccessProblems(metadata), .. BindingProblems(metadata), .. TimeProblems(metadata)], kind => new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(type.Name, context.Document),
                    Example = JsonSerializer.SerializeToNode(shape?.Of(ProblemOf(kind)) ?? ProblemOf(kind), json.GetTypeInfo(type)),
                }, shape is null ? ProblemWriter.MediaType : Json);
            }
        });
    });

    private static IEnumerable<string> AccessProblems(IList<object> metadata) =>
        GateProblems(metadata.OfType<RequiresScope>().LastOrDefault()?.Scopes).Where(code => code != ProblemKind.RateExceeded || !metadata.OfType<DisableRateLimitingAttribute>().Any());

    private static IEnumerable<string> GateProblems(ApiScopes? scopes) => scopes switch
    {
        null => [ProblemKind.HostRefused, ProblemKind.KeysUnreadable],
        ApiScopes.Ask => [ProblemKind.KeyMissing, ProblemKind.KeyInvalid, ProblemKind.HostRefused, ProblemKind.OriginRefused, ProblemKind.RateExceeded, ProblemKind.KeysUnreadable],
        _ => [ProblemKind.KeyMissing, ProblemKind.KeyInvalid, ProblemKind.ScopeMissing, ProblemKind.HostRefused, ProblemKind.OriginRefused, ProblemKind.RateExceeded, ProblemKind.KeysUnreadable],
    };

    private static IEnumerable<string> BindingProblems(IList<object> metadata) =>
        metadata.OfType<RequiresScope>().Any() && !metadata.OfType<ForBoundKeys>().Any() ? [ProblemKind.KeyBound] : [];

    private static IEnumerable<string> TimeProblems(IList<object> metadata) =>
        metadata.OfType<RequiresScope>().Any() && !metadata.OfType<DisableRequestTimeoutAttribute>().Any() ? [ProblemKind.TimedOut] : [];

    /// <summary>Reads an example; the tests hold each to the type it is an example of.</summary>
    public static string ReadExample(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"ForumQA.Api.OpenApi.Examples.{name}")!);
        return reader.ReadToEnd();
    }

    private static void AddExamples(OpenApiOperation operation, Examples? examples)
    {
        if (examples?.Request is { } request && operation.RequestBody?.Content is { } body)
        {
            body[Json].Example = JsonNode.Parse(ReadExample(request));
        }

        if (examples?.Response is { } response)
        {
            var success = operation.Responses!.First(entry => entry.Key.StartsWith('2')).Value;
            success.Content![Json].Example = JsonNode.Parse(ReadExample(response));
        }
    }

    private static void AddEvents(OpenApiOperation operation, StreamsEvents? events)
    {
        if (events is not null)
        {
            operation.Responses!["200"].Content!["text/event-stream"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = $"Events {string.Join(", ", events.Names.Select(name => $"`{name}`"))} and `error`, each with JSON as its data.",
                },
            };
        }
    }

    private static void AddProblems(OpenApiOperation operation, IEnumerable<string> codes, Func<ProblemKind, OpenApiMediaType> describe, string mediaType)
    {
        foreach (var kinds in codes.Append(ProblemKind.Bug).Distinct().Select(ProblemKind.Of).GroupBy(kind => kind.Status).OrderBy(kinds => kinds.Key))
        {
            var status = kinds.Key.ToString(CultureInfo.InvariantCulture);
            var description = string.Join("; ", kinds.Select(kind => $"{kind.Title} (`{kind.Code}`)"));

            // The service says there why it is not ready, in its own shape; and a gate before it may say why it does not even look.
            if (operation.Responses!.TryGetValue(status, out var own) && own.Content is { } shapes)
            {
                own.Description = $"{own.Description}; {description}";
                shapes.TryAdd(mediaType, describe(kinds.First()));
                continue;
            }

            operation.Responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = describe(kinds.First()) },
            };
        }
    }

    private static Problem ProblemOf(ProblemKind kind) => new()
    {
        Type = $"urn:forumqa:problem:{kind.Code}",
        Title = kind.Title,
        Status = kind.Status,
        Detail = "What is wrong this time, and what to do about it.",
        Code = kind.Code,
        RequestId = "7d0c1f9e3b5a4c68",
    };
}
