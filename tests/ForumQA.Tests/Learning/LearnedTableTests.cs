using System.Text.RegularExpressions;
using ForumQA.Answering;
using ForumQA.Answering.Verification;
using ForumQA.Benchmarks.Learning;
using ForumQA.Retrieval;

namespace ForumQA.Tests.Learning;

public sealed partial class LearnedTableTests
{
    private static readonly string Library = Repository.Path("src", "ForumQA");

    public static TheoryData<string> Files => [.. LearnedTables.All.Select(kind => kind.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_table_that_ships_was_learned_with_the_features_the_code_has(string file)
    {
        var kind = LearnedTables.All.Single(kind => kind.File == file);

        foreach (var folder in new[] { Library, Repository.Path("tests", "ForumQA.Benchmarks", "Sample") })
        {
            var table = LearnedTable.Parse(File.ReadAllText(Path.Combine(folder, file)));

            Assert.True(table.FeatureHash == LearnedTable.HashOf(kind.Features), $"The features of {file} have changed since it was learned. Learn the tables anew: {LearnedTables.Command}");
            Assert.Equal(kind.Features.Append("Intercept").Order(StringComparer.Ordinal), table.Lines.Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_table_that_ships_says_from_what_and_how_it_was_learned_and_was_not_changed_by_hand(string file)
    {
        var kind = LearnedTables.All.Single(kind => kind.File == file);
        var table = LearnedTable.Parse(File.ReadAllText(Path.Combine(Library, file)));

        Assert.Equal(LearnedTable.HashOf(table.Lines), table.LineHash);
        Assert.Equal((kind.Purpose, LearnedTables.Command), (table.Purpose, table.Origin.Command));
        Assert.Matches(Commit(), table.Origin.Commit);
        Assert.Equal(kind.Data.Concat(kind.IsOfFolders ? LearnedTables.FolderFiles : []), table.Origin.Data.Select(data => data.Name));
        Assert.All(table.Origin.Data, data => Assert.Matches(Sha256(), data.Hash));
    }

    [Fact]
    public void Every_table_of_the_library_is_a_learned_one() => Assert.Equal(
        LearnedTables.All.Select(kind => kind.File).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Library, "*.tsv", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Library, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_library_reads_the_tables_it_ships()
    {
        Assert.NotNull(PassageRanker.Default);
        Assert.NotNull(PassageRanker.ByMeaning);
        Assert.NotNull(SentenceRanker.Default);
        Assert.NotNull(AnswerabilityEstimator.Default);
        Assert.NotNull(AnswerabilityEstimator.ByMeaning);
        Assert.NotNull(LinearModel<SupportFeature>.ReadBuiltIn("Answering.support.tsv"));
    }

    [Fact]
    public void A_table_reads_as_it_was_written()
    {
        var table = Table("Intercept\t0", "Warm\t1\t0.5\t2");

        var read = LearnedTable.Parse(table.ToText());

        Assert.Equal(table.ToText(), read.ToText());
        Assert.Equal(table.Origin.Data, read.Origin.Data);
        Assert.DoesNotContain('\r', table.ToText());
    }

    [Theory]
    [InlineData("# Purpose\nIntercept\t0\n")]
    [InlineData("Intercept\t0\n")]
    public void A_table_without_a_manifest_is_refused(string text) =>
        Assert.Contains("docs/learning.md", Assert.Throws<InvalidDataException>(() => LearnedTable.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Warm\t1.02\t0.5\t2", null)]
    [InlineData("Warm\t1.2\t0.5\t2", "Warm was 1 0.5 2 and is 1.2 0.5 2")]
    [InlineData("Warm\t1\t0.4\t2", "Warm was")]
    [InlineData("Warm\t1\t0.5\t1", "Warm was")]
    [InlineData("Wet\t1\t0.5\t2", "Warm is in the table and not in the code")]
    public void Another_table_differs_by_features_weights_and_what_they_measured(string line, string? difference)
    {
        var differences = Table("Intercept\t0", "Warm\t1\t0.5\t2").DifferencesFrom(Table("Intercept\t0", line), tolerance: 0.03);

        Assert.Equal(difference is null, differences.Count == 0);
        Assert.StartsWith(difference ?? "", differences is [var first, ..] ? first : "", StringComparison.Ordinal);
    }

    private static LearnedTable Table(params string[] lines) => LearnedTable.Of(
        "Tells the weather.", new TableOrigin("learn", new DateOnly(2026, 1, 2), "0123", [new DataFile("a.json", "ab"), new DataFile("b.json", "cd")]), ["Warm", "Wet"], lines);

    [GeneratedRegex("^[0-9a-f]{40}( \\+ changes)?$")]
    private static partial Regex Commit();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
