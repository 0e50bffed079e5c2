using ForumQA.Api.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForumQA.Api.Page;

/// <summary><c>/</c>: the page where anyone can ask. It is a client of the API like any other.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        foreach (var file in PageFiles.Read())
        {
            var path = file.Path == PageFiles.Index ? "/" : "/" + file.Path;
            routes.MapMethods(path, Methods, (HttpContext context) => Give(context, file))
                .ExcludeFromDescription()
                .WithMetadata(new OpenToAll())
                .DisableRateLimiting();
        }
    }

    private static FileContentHttpResult Give(HttpContext context, PageFile file)
    {
        // Kept, but asked after each time: after an upgrade no old script may meet a new page.
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(file.Content, file.ContentType, entityTag: file.Tag);
    }
}
