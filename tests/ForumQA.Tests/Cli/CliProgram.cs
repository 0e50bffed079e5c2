using System.Diagnostics;

namespace ForumQA.Tests.Cli;

/// <summary>The built program, run as a process of its own.</summary>
internal static class CliProgram
{
    /// <summary>The program's own output: beside the tests lie the assemblies of ASP.NET instead of its own. Ends in bin/CONFIGURATION/FRAMEWORK.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory,
        "../../../../../src/ForumQA.Cli/bin",
        System.IO.Path.GetRelativePath(System.IO.Path.Combine(AppContext.BaseDirectory, "../.."), AppContext.BaseDirectory),
        "ForumQA.Cli.dll"));

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Process Start(string folder, params IEnumerable<string> arguments) => Process.Start(Describe(folder, arguments))!;

    /// <summary>With all three streams redirected, and with no configuration but the folder's.</summary>
    public static ProcessStartInfo Describe(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = folder;
        return start;
    }

    public static async Task WaitAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
    }
}
