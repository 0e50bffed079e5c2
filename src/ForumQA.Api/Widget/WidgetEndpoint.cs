using System.Reflection;
using System.Security.Cryptography;
using ForumQA.Api.Access;
using ForumQA.Api.Configuration;
using ForumQA.Api.Problems;
using ForumQA.Api.Requests;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ForumQA.Api.Widget;

/// <summary><c>/widget.js</c>: the script that puts a question box on a page of another site.</summary>
internal static class WidgetEndpoint
{
    private const string Script = "widget.js";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        var origins = routes.ServiceProvider.GetRequiredService<IOptions<WidgetOptions>>().Value.Origins;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Script)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
        routes.MapMethods("/" + Script, Methods, (HttpContext context) =>
            {
                if (origins.Count == 0)
                {
                    throw new RequestException(ProblemKind.OriginRefused, "No site may show the question box. Name those that may in Api:Widget:Origins.");
                }

                context.Response.Headers.CacheControl = "no-cache";
                return TypedResults.Bytes(content, "text/javascript; charset=utf-8", entityTag: tag);
            })
            .ExcludeFromDescription()
            .WithMetadata(new OpenToAll(), new BrowserPolicy { ForOtherOrigins = true })
            .DisableRateLimiting();
    }
}
