using System.Text.RegularExpressions;

namespace ForumQA.Tests.Architecture;

/// <summary>ARCHITECTURE.md names files and folders; each of them is there.</summary>
public sealed partial class ArchitectureWalkTests
{
    [Fact]
    public void Every_file_and_folder_that_the_walk_names_is_there()
    {
        var named = Names(File.ReadAllText(Repository.Path("ARCHITECTURE.md")));

        var missing = named.Where(name => !IsThere(name));

        Assert.True(named.Count > 50, $"Only {named.Count} names were read from ARCHITECTURE.md.");
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("`Answering/AnswerPreparer`, then `Cli/Ask/AskCommand`", "Answering/AnswerPreparer Cli/Ask/AskCommand")]
    [InlineData("(`Tools/`, `follow-ups.txt`, `src/ForumQA.Cli`)", "Tools/ follow-ups.txt src/ForumQA.Cli")]
    [InlineData("`Planner` and `AnswerUpdate`s", "Planner AnswerUpdate")]
    [InlineData("`forumqa ask \"Who?\"`, `document.Text[start..end] == quotation`, `*-meaning.tsv`, `dotnet test`", "")]
    [InlineData("```sh\nsrc/Nothing\n```", "")]
    public void Names_are_paths_and_files_in_code_marks(string text, string names) => Assert.Equal(names, string.Join(' ', Names(text)));

    [Theory]
    [InlineData("Answering/AnswerPreparer", true)]
    [InlineData("Answering/Planning/Planner", true)]
    [InlineData("Storage/IIndexEngine", true)]
    [InlineData("Cli/Ask/AskCommand", true)]
    [InlineData("Api/Answers", true)]
    [InlineData("Tools/", true)]
    [InlineData("moves.txt", true)]
    [InlineData("prompts/", true)]
    [InlineData("OnSqlite", true)]
    [InlineData("src/ForumQA.Onnx", true)]
    [InlineData("Answering/AnswerPreparers", false)]
    [InlineData("Retrieval/Planner", false)]
    [InlineData("Swering/AnswerPreparer", false)]
    [InlineData("ways.txt", false)]
    [InlineData("AnswerPreparers", false)]
    [InlineData("src/ForumQA.Nowhere", false)]
    public void What_is_there_is_told_from_what_is_not(string name, bool isThere) => Assert.Equal(isThere, IsThere(name));

    private static readonly Lazy<IReadOnlySet<string>> Paths = new(() => new[] { "prompts", "src", "tests" }
        .SelectMany(root => Directory.EnumerateFileSystemEntries(Repository.Path(root), "*", SearchOption.AllDirectories))
        .Concat([Repository.Path("prompts")])
        .Select(path => Path.GetRelativePath(Repository.Path(), path).Replace('\\', '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))

        // A room of a project is named as its namespace is: "Cli/Ask" stands for src/ForumQA.Cli/Ask.
        .Select(path => "/" + path.Replace("ForumQA.", "", StringComparison.Ordinal))
        .ToHashSet(StringComparer.Ordinal));

    private static List<string> Names(string text) => [.. Fences().Replace(text, "").Split('\n')
        .SelectMany(line => Marked().Matches(line)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static bool IsThere(string name)
    {
        var path = "/" + name.TrimEnd('/').Replace("ForumQA.", "", StringComparison.Ordinal);
        return Paths.Value.Any(there => there.EndsWith(path, StringComparison.Ordinal) || there.EndsWith(path + ".cs", StringComparison.Ordinal))
            || typeof(ArchitectureWalkTests).Assembly.GetTypes().Any(type => type.IsNested && type.Name == name);
    }

    /// <summary>A path of words, the name of a file that is no code, or that of a type, which lies in a file of its name.</summary>
    [GeneratedRegex(@"`(?<name>(?:[A-Za-z][\w.-]*/)+(?:[A-Za-z][\w.-]*)?|[a-z][\w-]*\.(?:txt|tsv)|[A-Z]\w+)`")]
    private static partial Regex Marked();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
