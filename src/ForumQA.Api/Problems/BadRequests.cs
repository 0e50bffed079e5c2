using System.Text.Json;
using System.Text.RegularExpressions;

namespace ForumQA.Api.Problems;

/// <summary>Says in the client's words what the framework found wrong with a request.</summary>
internal static partial class BadRequests
{
    public static RequestException Explain(BadHttpRequestException e) => e switch
    {
        { InnerException: JsonException json } => Explain(json),
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(e),
        { InnerException: InvalidDataException { Message: var message } } when message.Contains("length limit", StringComparison.OrdinalIgnoreCase) => TooLarge(e),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new RequestException(
            ProblemKind.MediaTypeUnsupported, "Send the body as the media type that this address takes, and say so in Content-Type: application/json, or multipart/form-data for files.", null, e),
        { StatusCode: StatusCodes.Status408RequestTimeout } => new RequestException(ProblemKind.TimedOut, "The body came too slowly. Send the request again.", null, e),
        _ when Parameter().Match(e.Message) is { Success: true } parameter => new RequestException(
            ProblemKind.FieldInvalid, $"The value of '{parameter.Groups["name"].Value}' is of the wrong type or out of range.", parameter.Groups["name"].Value, e),
        { InnerException: IOException or InvalidDataException } => new RequestException(
            ProblemKind.BodyMalformed, "The body breaks off or is not laid out as its Content-Type says. Send it again.", null, e),
        _ => new RequestException(ProblemKind.BodyMalformed, "There is no body, or it cannot be read. Send a JSON object with Content-Type: application/json.", null, e),
    };

    private static RequestException TooLarge(Exception e) =>
        new(ProblemKind.BodyTooLarge, "The body is larger than this service takes. Send less at a time.", null, e);

    private static RequestException Explain(JsonException e)
    {
        var field = e.Path is { Length: > 2 } path ? path[2..] : null;
        if (Unmapped().Match(e.Message) is { Success: true } unmapped)
        {
            var name = unmapped.Groups["name"].Value;
            return new RequestException(ProblemKind.FieldUnknown, $"There is no field '{name}'. Correct its name or leave it out; /openapi/v1.json has all fields.", field ?? name, e);
        }

        // The reader's own exception is within when the text is not JSON at all.
        return e.InnerException is JsonException || field is null
            ? new RequestException(ProblemKind.BodyMalformed, $"The body is not a valid JSON object: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", null, e)
            : new RequestException(ProblemKind.FieldInvalid, $"The value of '{field}' is of the wrong type, out of range or given twice.", field, e);
    }

    [GeneratedRegex("""JSON property '(?<name>[^']{0,100})' could not be mapped""")]
    private static partial Regex Unmapped();

    [GeneratedRegex("""^(Failed to bind parameter "\S+ (?<name>\w+)"|Required parameter "\S+ (?<name>\w+)" was not provided from (query|route))""")]
    private static partial Regex Parameter();
}
