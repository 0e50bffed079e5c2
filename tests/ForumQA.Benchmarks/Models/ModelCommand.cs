using System.Text.Json;
using ForumQA.Tests.Models;

namespace ForumQA.Benchmarks.Models;

/// <summary>Serves the tests' scripted model, for transcripts and for trying things out where there is no model.</summary>
internal static class ModelCommand
{
    private const int DefaultPort = 8089;

    /// <param name="script">A JSON file: an object of replies by a text that the last message of a request holds; the first that fits is given.</param>
    /// <param name="port">The port on the loopback address.</param>
    public static int Serve(string script, string? port)
    {
        var replies = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(script))!;
        return ServeAsync(replies, port is null ? DefaultPort : int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
    }

    private static async Task<int> ServeAsync(Dictionary<string, string> replies, int port)
    {
        await using var server = await ScriptedModelServer.StartAsync(port);
        server.Models = ["scripted"];
        server.Respond = request =>
        {
            var prompt = request["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>();
            return replies.FirstOrDefault(reply => prompt.Contains(reply.Key, StringComparison.OrdinalIgnoreCase)).Value ?? "NOT_IN_DOCUMENTS";
        };
        Console.WriteLine($"A scripted model answers at {server.Endpoint}. Ctrl-C stops it.");
        await server.WaitAsync();
        return 0;
    }
}
