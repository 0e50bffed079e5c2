using ForumQA.Api.Access;
using ForumQA.Hosting.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace ForumQA.Api;

/// <summary>Puts the configuration together, weakest first: appsettings.json, what the console reads too, the command line.</summary>
internal static class ServiceConfiguration
{
    /// <summary>Loopback only: whoever wants more has to say so.</summary>
    private const string DefaultAddress = "http://localhost:5080";

    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--corpus"] = "Corpus:Path",
        ["--index"] = "Index:Path",
    };

    /// <exception cref="ForumQAException">A configuration file cannot be read.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        try
        {
            // The program's own folder holds appsettings.json, whatever folder it is started in.
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Configuration.AddForumQAFiles().AddForumQAEnvironment().AddCommandLine(arguments, Switches);
            if (!Exposure.HasPorts(builder.Configuration))
            {
                builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
                {
                    InitialData = [KeyValuePair.Create<string, string?>(WebHostDefaults.ServerUrlsKey, DefaultAddress)],
                });
            }

            builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
            return builder;
        }
        catch (Exception e) when (ConfigurationFiles.Explain(e) is { } expected)
        {
            throw expected;
        }
    }
}
