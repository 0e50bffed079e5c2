using System.Diagnostics;
using ForumQA.Tests.Models;

namespace ForumQA.Tests;

/// <summary>Runs the samples of the documentation, which are built with the tests, as processes of their own.</summary>
internal static class Samples
{
    /// <param name="name">The folder of <c>docs/samples</c>.</param>
    /// <param name="server">The model.</param>
    /// <param name="input">What its user types.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<(string Output, string Error)> RunAsync(string name, ScriptedModelServer server, string input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("papers/harbour.md", """
            # The harbour

            Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks.
            """);
        var start = new ProcessStartInfo("dotnet", [Program(name), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FORUMQA_Corpus__Path"] = folder["papers"];
        start.Environment["FORUMQA_Index__Path"] = folder["index.db"];
        start.Environment["FORUMQA_Chat__Endpoint"] = server.Endpoint.ToString();
        start.Environment["FORUMQA_Chat__Model"] = "model-1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{name}: {output}\n{await error}");
        return (output, await error);
    }

    /// <summary>Its source.</summary>
    public static string Read(string name) => File.ReadAllText(Repository.Path("docs", "samples", name, "Program.cs"));

    /// <summary>Ends in bin/CONFIGURATION/FRAMEWORK, as the tests do.</summary>
    private static string Program(string name) => Repository.Path(
        "docs", "samples", name, "bin", Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "../.."), AppContext.BaseDirectory), name + "Sample.dll");
}
