using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace ForumQA.Api.Page;

/// <summary>A file of the page.</summary>
/// <param name="Path">Its path under <c>/</c>, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Tag">Changes when the bytes do.</param>
internal sealed record PageFile(string Path, byte[] Content, string ContentType, EntityTagHeaderValue Tag);

/// <summary>The files of the page. They are part of the program, so that every way of building and starting it has them.</summary>
internal static class PageFiles
{
    /// <summary>What is served at <c>/</c>.</summary>
    public const string Index = "index.html";

    private const string Prefix = "wwwroot/";

    public static IReadOnlyList<PageFile> Read()
    {
        var assembly = typeof(PageFiles).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Path: name.Replace('\\', '/')))
            .Where(file => file.Path.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(file => Read(assembly, file.Resource, file.Path[Prefix.Length..], types))];
    }

    private static PageFile Read(Assembly assembly, string resource, string path, FileExtensionContentTypeProvider types)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        if (!types.TryGetContentType(path, out var type))
        {
            throw new InvalidOperationException($"No media type is known for '{path}' of the page.");
        }

        return new PageFile(path, content, IsText(type) ? type + "; charset=utf-8" : type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\""));
    }

    private static bool IsText(string type) => type.StartsWith("text/", StringComparison.Ordinal);
}
