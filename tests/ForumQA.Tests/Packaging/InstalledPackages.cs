using System.Diagnostics;

namespace ForumQA.Tests.Packaging;

/// <summary>Packages made of what was built with the tests, and programs that run in a folder of their own and leave nothing behind outside of it.</summary>
public sealed class InstalledPackages : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string this[string name] => _folder[name];

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Packs a project; what was built with the tests is packed, not built again.</summary>
    public Task PackAsync(string project) =>
        RunAsync(Repository.Path(), "dotnet", "pack", $"src/{project}", "-c", Configuration, "--no-build", "-o", _folder["packages"]);

    /// <summary>A configuration whose only source are these packages.</summary>
    public string WriteConfiguration() => Write(
        "nuget.config",
        $"""<configuration><packageSources><clear /><add key="local" value="{_folder["packages"]}" /></packageSources></configuration>""");

    public void Dispose() => _folder.Dispose();

    // Ends in bin/CONFIGURATION/FRAMEWORK.
    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!);

    /// <summary>Runs a program and gives what it printed.</summary>
    public async Task<string> RunAsync(string directory, string program, params string[] arguments)
    {
        // Packing works with the machine's own packages; whoever installs has none but ours, and what ours depend on.
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var packs = program == "dotnet" && arguments[0] == "pack";
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NUGET_PACKAGES"] = packs ? machine : _folder["nuget"],
                ["XDG_DATA_HOME"] = _folder["data"],
                ["XDG_CONFIG_HOME"] = _folder["config"],
                ["DOTNET_NOLOGO"] = "1",
                ["NUGET_FALLBACK_PACKAGES"] = program == "dotnet" && arguments[0] == "build" ? machine : "",
            },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}\n{await error}");
        return output;
    }
}
