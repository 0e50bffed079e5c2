using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder and reached by a socket in it. Started when first asked for.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string Programs = "/usr/lib/postgresql";

    private readonly Lock _starting = new();
    private string? _folder;
    private int _schemas;

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? WhyNot =>
        ProgramFolder is null ? $"Needs PostgreSQL 15 or newer in {Programs}: apt-get install postgresql."
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/sbin/runuser") ? "PostgreSQL does not run as root, and there is no runuser to start it as another user."
        : null;

    /// <summary>The newest version's; Debian's packages put each into a folder of its own.</summary>
    private static string? ProgramFolder => !Directory.Exists(Programs) ? null : Directory.GetDirectories(Programs)
        .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) && version >= 15 && File.Exists(Path.Combine(folder, "bin", "initdb")))
        .OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
        .Select(folder => Path.Combine(folder, "bin"))
        .FirstOrDefault();

    /// <summary>The address of a schema that nothing is in yet.</summary>
    /// <param name="settings">More of the connection string.</param>
    public string NewAddress(string settings = "") => $"{ConnectionString};Search Path=s{Interlocked.Increment(ref _schemas)};{settings}";

    /// <summary>Where the server is.</summary>
    public string ConnectionString => $"Host={Start()};Username=forumqa;Database=postgres";

    /// <summary>Runs a statement past the index.</summary>
    public static int Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, past the index; null when there is none.</summary>
    public static object? Scalar(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    /// <summary>Ends the server at once, as a loss of power would, and starts it again.</summary>
    public void Restart()
    {
        Control("stop -m immediate");
        Control("start");
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            NpgsqlConnection.ClearAllPools();
            Control("stop -m immediate");
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Start()
    {
        lock (_starting)
        {
            if (_folder is null)
            {
                // Short: the path of a socket has 107 bytes at most.
                _folder = Directory.CreateTempSubdirectory("fqa-pg").FullName;
                if (Environment.IsPrivilegedProcess)
                {
                    Run("chown", "postgres", _folder);
                }

                RunAsUser("initdb", "-D", Path.Combine(_folder, "data"), "-U", "forumqa", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
                Control("start");
            }
        }

        return _folder;
    }

    private void Control(string command) => RunAsUser(
        "pg_ctl",
        ["-D", Path.Combine(_folder!, "data"), "-w", "-l", Path.Combine(_folder!, "log"), "-o", $"-k {_folder} -c listen_addresses='' -c fsync=off -c max_connections=60", .. command.Split(' ')]);

    private static void RunAsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(ProgramFolder!, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("/usr/sbin/runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server keeps what it inherits open, so nothing is read from it.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), $"{program} does not end.");
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ends with {process.ExitCode}.");
    }
}
