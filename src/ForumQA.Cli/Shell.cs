using ForumQA.Cli.Configuration;
using ForumQA.Cli.Terminals;
using ForumQA.Evaluation;
using ForumQA.Hosting;
using ForumQA.Hosting.Access;
using ForumQA.Hosting.Configuration;
using ForumQA.Ingestion;
using ForumQA.Onnx;
using ForumQA.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Cli;

/// <summary>What a command works with: the library composed from the configuration, and the screens to write on.</summary>
internal sealed class Shell : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly TelemetryExport? _export;

    private Shell(ShellSettings settings, Terminal terminal, ServiceProvider services)
    {
        Settings = settings;
        Terminal = terminal;
        _services = services;
        Screen = terminal.OpenOutput(settings.NoColor || settings.Json);
        Notices = terminal.OpenError(settings.NoColor);
        Synchronizer = Get<CorpusSynchronizer>();
        Remedies = new Remedies(settings);
        Preparation = new IndexPreparation(this);
        _export = TelemetryExport.Start(Get<IOptions<TelemetryOptions>>().Value, "forumqa");
    }

    public ShellSettings Settings { get; }

    public Terminal Terminal { get; }

    /// <summary>For what was asked for.</summary>
    public Screen Screen { get; }

    /// <summary>For progress, warnings and errors.</summary>
    public Screen Notices { get; }

    public CorpusSynchronizer Synchronizer { get; }

    /// <summary>Completes the commands that messages name.</summary>
    public Remedies Remedies { get; }

    public IndexPreparation Preparation { get; }

    public string CorpusPath => Synchronizer.CorpusPath;

    public string IndexPath => Synchronizer.IndexPath;

    /// <summary>Composes a shell.</summary>
    /// <exception cref="ForumQAException">The configuration is invalid; the message says where.</exception>
    public static Shell Open(ShellSettings settings, Terminal terminal)
    {
        var configuration = ShellConfiguration.Build(settings);
        var services = new ServiceCollection().AddForumQAModels(configuration).AddForumQAPostgreSql().AddForumQA(configuration).AddForumQAEvaluation().AddForumQAAccess(configuration).BuildServiceProvider();
        try
        {
            ConfigurationCheck.Run(services);
            return new Shell(settings, terminal, services);
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }

    /// <summary>Everything that is composed, for those that look for it later.</summary>
    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose()
    {
        // A command that was broken off must not leave half a line before the message that says so.
        Screen.EndBegunLine();
        _services.Dispose();
        _export?.Dispose();
    }
}
