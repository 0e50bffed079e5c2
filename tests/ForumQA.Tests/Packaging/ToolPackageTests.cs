using System.Diagnostics;
using System.Text.Json;

namespace ForumQA.Tests.Packaging;

/// <summary>The package that people install: made, installed from a folder into another, and asked.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_tool_is_installed_from_its_package_alone_and_answers()
    {
        var packages = _folder["packages"];
        await RunAsync(Repository.Path(), "dotnet", "pack", "src/ForumQA.Cli", "-c", "Release", "--no-restore", "-o", packages);
        var configuration = _folder.Write(
            "nuget.config",
            $"""<configuration><packageSources><clear /><add key="local" value="{packages}" /></packageSources></configuration>""");
        await RunAsync(_folder.Path, "dotnet", "tool", "install", "forumqa", "--tool-path", _folder["tools"], "--configfile", configuration);

        var answer = await RunAsync(_folder.Path, Path.Combine(_folder["tools"], "forumqa"), "ask", "Who compared managing data to water control?", "--json");

        var root = JsonDocument.Parse(answer).RootElement;
        Assert.Equal("answered", root.GetProperty("status").GetString());
        Assert.Contains("Liu Song", root.GetProperty("sentences")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a program that leaves nothing behind outside the folder, and gives what it printed.</summary>
    private async Task<string> RunAsync(string directory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NUGET_PACKAGES"] = program == "dotnet" && arguments[0] == "tool" ? _folder["nuget"] : Environment.GetEnvironmentVariable("NUGET_PACKAGES"),
                ["XDG_DATA_HOME"] = _folder["data"],
                ["XDG_CONFIG_HOME"] = _folder["config"],
                ["DOTNET_NOLOGO"] = "1",
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
