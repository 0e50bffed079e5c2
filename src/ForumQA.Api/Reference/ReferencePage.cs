using ForumQA.Api.Access;
using ForumQA.Api.Requests;
using Scalar.AspNetCore;

namespace ForumQA.Api.Reference;

/// <summary><c>/reference</c>: the OpenAPI document as a page that people read and try requests on.</summary>
internal static class ReferencePage
{
    private const string Path = "/reference";

    public static void MapReference(this IEndpointRouteBuilder routes) => routes
        .MapScalarApiReference(Path, options =>
        {
            // All of it comes from the package, and nothing is told to its makers.
            options.Title = "ForumQA";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.DynamicNonce = true;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.Mcp = new ScalarMcpOptions { Disabled = true };
            options.HideClientButton = true;
        })
        .WithMetadata(new OpenToAll(), new BrowserPolicy { Content = Policy })
        .DisableRateLimiting();

    /// <summary>Scripts of the package and the one that starts them; it writes its styles into the page. Whatever it would fetch from elsewhere is refused.</summary>
    private static string? Policy(HttpContext context) => context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
        ? $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        : null;
}
