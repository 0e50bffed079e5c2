using System.Reflection;
using System.Text.RegularExpressions;
using ForumQA.PostgreSql;
using Npgsql;
using YamlDotNet.Serialization;

namespace ForumQA.Tests.Packaging;

/// <summary>What <c>compose.yaml</c> and the <c>Dockerfile</c> set is there to be set: no container is started here.</summary>
public sealed partial class ContainerFileTests
{
    private const string Prefix = "FORUMQA_";

    private static readonly string Compose = File.ReadAllText(Repository.Path("compose.yaml"));
    private static readonly Dictionary<string, object> Parsed = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Compose);

    [Fact]
    public void Every_setting_is_one_that_an_option_has()
    {
        var dockerfile = DockerSetting().Matches(File.ReadAllText(Repository.Path("Dockerfile"))).Select(match => match.Value);
        var settings = Services.Values.SelectMany(service => Environment(service).Keys).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Concat(dockerfile).Distinct().ToList();

        Assert.Contains("FORUMQA_Index__Connection", settings);
        Assert.Contains("FORUMQA_Api__KeyFile", settings);
        Assert.All(settings, name => Assert.True(IsOption(name), $"'{name}' sets no option."));
        Assert.False(IsOption("FORUMQA_Index__Conection"));
    }

    [Fact]
    public void The_address_that_the_comment_gives_leads_to_the_database_beside_the_service()
    {
        var address = new NpgsqlConnectionStringBuilder(PostgreSqlAddress.Parse(CommentedAddress().Match(Compose).Groups[1].Value, "").ConnectionString);
        var database = Environment(Services[address.Host!]);

        Assert.Equal((database["POSTGRES_USER"], database["POSTGRES_PASSWORD"], database["POSTGRES_USER"]), (address.Username, address.Password, address.Database));
        Assert.Equal("papers", address.SearchPath);
    }

    [Fact]
    public void What_services_name_is_declared()
    {
        var volumes = Map(Parsed["volumes"]).Keys;

        Assert.All(Services.Values, service =>
        {
            Assert.All(Map(service.GetValueOrDefault("depends_on")).Keys, name => Assert.Contains(name, Services.Keys));
            Assert.All(((List<object>)service["volumes"]).Cast<string>().Select(volume => volume.Split(':')[0]).Where(name => char.IsAsciiLetter(name[0])), name => Assert.Contains(name, volumes));
        });
        Assert.Contains("postgres", ((List<object>)Services["database"]["profiles"]).Cast<string>());
    }

    private static Dictionary<string, Dictionary<string, object>> Services => Map(Parsed["services"]).ToDictionary(service => service.Key, service => Map(service.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Environment(Dictionary<string, object> service) =>
        Map(service.GetValueOrDefault("environment")).ToDictionary(pair => pair.Key, pair => (string)pair.Value, StringComparer.Ordinal);

    private static Dictionary<string, object> Map(object? node) =>
        node is Dictionary<object, object> map ? map.ToDictionary(pair => (string)pair.Key, pair => pair.Value, StringComparer.Ordinal) : [];

    /// <summary>Whether a class of options has a section and a property of this name.</summary>
    private static bool IsOption(string variable)
    {
        var parts = variable[Prefix.Length..].Split("__");
        return new[] { typeof(ForumQAException), typeof(ForumQA.Hosting.Access.AccessOptions), typeof(ForumQA.Api.Service) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string == string.Join(':', parts[..^1]))
            .Any(type => type.GetProperty(parts[^1]) is { CanWrite: true });
    }

    [GeneratedRegex(@"FORUMQA_\w+__\w+(?==)")]
    private static partial Regex DockerSetting();

    [GeneratedRegex("FORUMQA_INDEX=\"([^\"]+)\" docker compose --profile postgres")]
    private static partial Regex CommentedAddress();
}
