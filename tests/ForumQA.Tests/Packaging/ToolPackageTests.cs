using System.Text.Json;

namespace ForumQA.Tests.Packaging;

/// <summary>The package that people install: made, installed from a folder into another, and asked.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly InstalledPackages _packages = new();

    [Fact]
    public async Task The_tool_is_installed_from_its_package_alone_and_answers()
    {
        await _packages.PackAsync("ForumQA.Cli");
        await _packages.RunAsync(
            _packages.Folder, "dotnet", "tool", "install", "forumqa", "--tool-path", _packages["tools"], "--configfile", _packages.WriteConfiguration());

        var answer = await _packages.RunAsync(
            _packages.Folder, Path.Combine(_packages["tools"], "forumqa"), "ask", "Who compared managing data to water control?", "--json");

        var root = JsonDocument.Parse(answer).RootElement;
        Assert.Equal("answered", root.GetProperty("status").GetString());
        Assert.Contains("Liu Song", root.GetProperty("sentences")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _packages.Dispose();
}
