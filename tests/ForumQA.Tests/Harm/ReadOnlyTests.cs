using System.Security.Cryptography;
using ForumQA.Tests.Cli;

namespace ForumQA.Tests.Harm;

/// <summary>An index that this user may read and not write.</summary>
public sealed class ReadOnlyTests : IDisposable
{
    private readonly CliCorpus _corpus = new();

    [NobodyFact]
    public async Task An_index_that_may_not_be_written_is_named_with_the_remedy_and_stays_as_it_was()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await _corpus.RunAsync("index");
        var before = SHA256.HashData(await File.ReadAllBytesAsync(_corpus.IndexFile));
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Listable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var folder = Path.GetDirectoryName(_corpus.IndexFile)!;
        File.SetUnixFileMode(_corpus.IndexFile, Readable);
        File.SetUnixFileMode(folder, Listable);
        try
        {
            foreach (var command in new[] { "index", "search" })
            {
                using var process = CliProcess.StartBy(
                    [.. NobodyFactAttribute.Command, "dotnet"], _corpus.Folder, new Dictionary<string, string>(), [command, .. command == "search" ? ["lighthouse"] : Array.Empty<string>(), "--corpus", _corpus.Path, "--index", _corpus.IndexFile]);
                var error = await process.StandardError.ReadToEndAsync();
                await process.WaitForExitAsync();

                Assert.Equal(2, process.ExitCode);
                Assert.Contains("Check the path and its permissions", error, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            }

            Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(_corpus.IndexFile)));
        }
        finally
        {
            File.SetUnixFileMode(folder, Listable | UnixFileMode.UserWrite);
        }
    }

    public void Dispose() => _corpus.Dispose();
}

/// <summary>A test that needs a user whom permissions bind: this one, or "nobody" where this one is root.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NobodyFactAttribute : FactAttribute
{
    public NobodyFactAttribute() => Skip =
        OperatingSystem.IsWindows() ? "Windows has other permissions."
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv") ? "Permissions do not bind this user, and there is no setpriv to become another." : null;

    /// <summary>What a command line begins with.</summary>
    public static IReadOnlyList<string> Command => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
}
