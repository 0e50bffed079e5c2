using System.Net.Sockets;
using ForumQA.Api.Access;
using ForumQA.Hosting.Access;
using ForumQA.Hosting.Configuration;
using ForumQA.Onnx;
using ForumQA.PostgreSql;
using Microsoft.AspNetCore.Connections;

namespace ForumQA.Api;

/// <summary>The web service: composed, started, and stopped with Ctrl-C.</summary>
internal static class Service
{
    private const int Done = 0;

    /// <summary>The configuration, the corpus or the address is not in order; as of the console.</summary>
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            await using var app = Create(arguments);
            await app.RunAsync().ConfigureAwait(false);
            return Done;
        }
        catch (ForumQAException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Usage;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Stop the other program, or name another address with --urls.").ConfigureAwait(false);
            return Usage;
        }
    }

    /// <summary>Composes the service without starting it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="register">Registers what is to take the place of ours; null for nothing.</param>
    /// <exception cref="ForumQAException">The configuration is invalid, or the service would be open to other machines without a key; the message says where.</exception>
    public static WebApplication Create(string[] arguments, Action<IServiceCollection>? register = null)
    {
        var builder = ServiceConfiguration.CreateBuilder(arguments);
        register?.Invoke(builder.Services);
        builder.Services.AddForumQAModels(builder.Configuration).AddForumQAPostgreSql().AddForumQA(builder.Configuration).AddForumQAAccess(builder.Configuration).AddForumQAApi(builder.Configuration);
        var app = builder.Build();
        try
        {
            ConfigurationCheck.Run(app.Services);
            Exposure.Check(app.Configuration, app.Services.GetRequiredService<KeyRing>());
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }

        app.UseForumQAApi();
        app.MapForumQAApi();
        return app;
    }
}
