namespace ForumQA.Api.Requests;

/// <summary>Tells browsers what neither the page nor any response needs, so that they refuse it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The page's own scripts, styles and addresses, a PDF that it has fetched, and nothing else.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // At the last moment: what fails on the way clears the headers set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var policy = context.GetEndpoint()?.Metadata.GetMetadata<BrowserPolicy>();
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers.ContentSecurityPolicy = policy?.Content?.Invoke(context) ?? ContentSecurityPolicy;
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = PermissionsPolicy;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            headers["Cross-Origin-Resource-Policy"] = policy?.ForOtherOrigins == true ? "cross-origin" : "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
