using System.Reflection;
using System.Text.RegularExpressions;

namespace ForumQA.Tests.Harm;

/// <summary>The promises of docs/security.md name tests that there are.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_promise_names_tests_that_there_are()
    {
        var types = typeof(SecurityPageTests).Assembly.GetTypes().ToLookup(type => type.Name);
        var named = Names().Matches(File.ReadAllText(Repository.Path("docs", "security.md"))).Select(match => match.Groups["name"].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(name => !Exists(types, name.Split('.'))));
    }

    private static bool Exists(ILookup<string, Type> types, string[] name) =>
        types[name[0]].Any(type => name.Length == 1 || type.GetMethod(name[1], BindingFlags.Public | BindingFlags.Instance)?.GetCustomAttributes<FactAttribute>().Any() == true);

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(?:Tests|Properties)(?:\\.[A-Za-z_]+)?)`")]
    private static partial Regex Names();
}
