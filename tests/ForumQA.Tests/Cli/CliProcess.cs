using System.Diagnostics;

namespace ForumQA.Tests.Cli;

/// <summary>Starts the console as a process of its own.</summary>
internal static class CliProcess
{
    /// <summary>The program's own output: beside the tests lie the assemblies of ASP.NET instead of its own. Ends in bin/CONFIGURATION/FRAMEWORK.</summary>
    public static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        "../../../../../src/ForumQA.Cli/bin",
        Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "../.."), AppContext.BaseDirectory),
        "ForumQA.Cli.dll"));

    /// <param name="folder">The current folder, which also stands for the user's folder of configurations.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        StartBy(["dotnet"], folder, environment, arguments);

    /// <summary>The same for a test that interrupts it: who is started in the background of a script, as by <c>dotnet test &amp;</c>, would ignore that and hand it on.</summary>
    public static Process StartInterruptible(string folder, params string[] arguments) =>
        StartBy(OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"], folder, new Dictionary<string, string>(), arguments);

    /// <summary>The same by another command that starts .NET.</summary>
    /// <param name="dotnet">The command and its first arguments.</param>
    /// <param name="folder">The current folder.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">The command line.</param>
    public static Process StartBy(IReadOnlyList<string> dotnet, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(dotnet[0], [.. dotnet.Skip(1), Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = folder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
