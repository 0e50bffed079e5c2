using System.Diagnostics;
using Npgsql;

namespace ForumQA.Tests.PostgreSql;

/// <summary>A PostgreSQL with pgvector, compiled to WebAssembly and run by Node.js (https://pglite.dev). It has one session, so that clients take one connection.</summary>
public sealed class PgvectorServer : IDisposable
{
    private static readonly string Folder = Repository.Path("tests", "pglite");

    private readonly Lock _starting = new();
    private Process? _process;
    private string? _port;
    private int _schemas;

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? WhyNot =>
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node"))) ? "Needs Node.js: apt-get install nodejs npm."
        : !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "Needs PGlite with pgvector: npm ci --prefix tests/pglite."
        : null;

    /// <summary>The address of a schema that nothing is in yet, which takes the place of the one before: the session has one search path and heeds none that a client asks for at its start.</summary>
    public string NewAddress()
    {
        var schema = $"v{Interlocked.Increment(ref _schemas)}";
        var address =
            $"Host=127.0.0.1;Port={Start()};Username=postgres;Database=postgres;SSL Mode=Disable;GSS Encryption Mode=Disable;Maximum Pool Size=1;Timeout=15;No Reset On Close=true;Search Path={schema}";
        PostgreSqlServer.Execute(address, $"SET search_path = {schema}; DEALLOCATE ALL");
        return address;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            NpgsqlConnection.ClearAllPools();

            // It ends with its input.
            _process.StandardInput.Close();
            _process.WaitForExit(TimeSpan.FromSeconds(10));
            _process.Dispose();
        }
    }

    private string Start()
    {
        lock (_starting)
        {
            if (_port is null)
            {
                _process = Process.Start(new ProcessStartInfo("node", "server.mjs") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
                _port = _process.StandardOutput.ReadLine();
                Assert.NotNull(_port);
            }
        }

        return _port;
    }
}
