using System.Diagnostics;

namespace ForumQA.Tests.Harm;

/// <summary>A file system in memory with little room.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk(int megabytes) => Require("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder.Path);

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? Hindrance { get; } = Probe();

    public string this[string name] => _folder[name];

    public void Resize(int megabytes) => Require("mount", "-o", $"remount,size={megabytes}m", _folder.Path);

    public void Dispose()
    {
        Run("umount", "-l", _folder.Path);
        _folder.Dispose();
    }

    private static string? Probe()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "A small file system can be mounted on Linux only.";
        }

        try
        {
            using var disk = new SmallDisk(1);
            return null;
        }
        catch (InvalidOperationException)
        {
            return "This user may not mount a small file system.";
        }
    }

    private static void Require(string program, params string[] arguments)
    {
        if (Run(program, arguments) != 0)
        {
            throw new InvalidOperationException($"{program} failed.");
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>A test that needs a <see cref="SmallDisk"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Hindrance;
}
