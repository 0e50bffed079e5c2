using System.Globalization;
using System.Reflection;
using System.Text;
using ForumQA.Agents;
using ForumQA.Client;
using ForumQA.Evaluation;
using ForumQA.Hosting;
using ForumQA.Onnx;
using ForumQA.PostgreSql;

namespace ForumQA.Tests.Architecture;

/// <summary>The rooms of the house. When the picture is meant to change: <c>FORUMQA_UPDATE_SNAPSHOTS=1 dotnet test --filter RoomsTests</c>, then look at the difference.</summary>
public sealed class RoomsTests
{
    private static readonly string Picture = Repository.Path("docs", "rooms.md");

    private static readonly Assembly[] Assemblies =
    [
        typeof(ForumQAServices).Assembly,
        typeof(EvaluationServices).Assembly,
        typeof(OnnxModels).Assembly,
        typeof(PostgreSqlServices).Assembly,
        typeof(VerifyingChatClient).Assembly,
        typeof(TelemetryExport).Assembly,
        typeof(ForumQAClient).Assembly,
        typeof(ForumQA.Cli.Shell).Assembly,
        typeof(ForumQA.Api.Service).Assembly,
    ];

    public static TheoryData<string> Names => [.. Assemblies.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_room_needs_one_that_needs_it(string name)
    {
        var assembly = Assemblies.Single(assembly => assembly.GetName().Name == name);
        var rooms = RoomGraph.OfAssembly(assembly);

        Assert.Empty(rooms.Circles());
        Assert.All(rooms.Rooms.Where(room => room.StartsWith($"{name}.", StringComparison.Ordinal)), room => Assert.Empty(RoomGraph.OfRoom(assembly, room).Circles()));
    }

    [Fact]
    public void A_circle_is_seen()
    {
        var circle = RoomGraph.OfAssembly(typeof(RoomsTests).Assembly).Circles();

        Assert.Contains(circle, line => line.StartsWith("ForumQA.Tests.Architecture -> ForumQA.Tests.Circle", StringComparison.Ordinal));
        Assert.Contains(circle, line => line.StartsWith("ForumQA.Tests.Circle -> ForumQA.Tests.Architecture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_picture_is_what_the_code_is()
    {
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("FORUMQA_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(Picture, drawn);
        }

        Assert.Equal(await File.ReadAllTextAsync(Picture), drawn);
    }

    private static string Draw()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # The rooms of the house

            Drawn from the compiled code by `FORUMQA_UPDATE_SNAPSHOTS=1 dotnet test tests/ForumQA.Tests --filter RoomsTests`; the same tests fail when a picture is out of
            date and when rooms need each other in a circle. A room is a namespace with those below it. An arrow points to what a room needs; those that follow from others
            are left out. The namespace of a project is two rooms: words that all rooms share, and the front door, which knows the rooms and which no room knows.

            """);
        Section("Projects", [.. from assembly in Assemblies
                                from reference in assembly.GetReferencedAssemblies()
                                where Assemblies.Any(other => other.GetName().Name == reference.Name)
                                select (assembly.GetName().Name!, reference.Name!)]);
        foreach (var assembly in Assemblies)
        {
            var rooms = RoomGraph.OfAssembly(assembly);
            Section(assembly.GetName().Name!, [.. rooms.Essential()]);
            foreach (var room in rooms.Rooms.Where(room => room.StartsWith($"{assembly.GetName().Name}.", StringComparison.Ordinal)))
            {
                Section($"Within {room}", [.. RoomGraph.OfRoom(assembly, room).Essential()]);
            }
        }

        return text.ToString().ReplaceLineEndings("\n");

        void Section(string title, IReadOnlyList<(string From, string To)> arrows)
        {
            if (arrows.Count == 0)
            {
                return;
            }

            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n```mermaid\nflowchart TD\n");
            foreach (var (from, to) in arrows.Order())
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Node(from)} --> {Node(to)}\n");
            }

            text.Append("```\n");
        }
    }

    private static string Node(string room) => $"{room.Replace(" (front door)", ".door", StringComparison.Ordinal)}[\"{room}\"]";
}
