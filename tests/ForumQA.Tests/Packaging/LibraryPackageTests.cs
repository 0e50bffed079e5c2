namespace ForumQA.Tests.Packaging;

/// <summary>The program of the package's README, built against the package as its user would.</summary>
public sealed class LibraryPackageTests : IDisposable
{
    private static readonly string Program = File.ReadAllText(Repository.Path("docs", "samples", "Package", "Program.cs"));

    private readonly InstalledPackages _packages = new();

    [Fact]
    public async Task A_console_program_that_references_the_package_answers_with_citations()
    {
        await _packages.PackAsync("ForumQA");
        _packages.WriteConfiguration();
        _packages.Write(
            "Asking.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ForumQA.Core" Version="*" />
              </ItemGroup>
            </Project>
            """);
        _packages.Write("Program.cs", Program);
        _packages.Write("papers/harbour.md", "# The harbour\n\nAda Quill opened the new harbour of Lindale on 4 May 1921.\n");
        await _packages.RunAsync(_packages.Folder, "dotnet", "build", "-o", _packages["built"]);

        var output = await _packages.RunAsync(_packages.Folder, "dotnet", _packages["built/Asking.dll"], "Who opened the harbour of Lindale?");

        Assert.Equal(
            """
            Ada Quill opened the new harbour of Lindale on 4 May 1921.
            [1] “Ada Quill opened the new harbour of Lindale on 4 May 1921.” (The harbour)

            """,
            output);
    }

    [Fact]
    public void The_README_of_the_package_has_it_word_for_word() =>
        Assert.Contains(Program.Trim(), File.ReadAllText(Repository.Path("src", "ForumQA", "README.md")), StringComparison.Ordinal);

    public void Dispose() => _packages.Dispose();
}
