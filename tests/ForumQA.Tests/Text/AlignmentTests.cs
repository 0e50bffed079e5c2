using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Text;

public sealed class AlignmentTests
{
    private static readonly Arbitrary<(string[] First, string[] Second)> Sequences = (
        from first in Gen.Elements("a", "b", "c").ListOf()
        from second in Gen.Elements("a", "b", "c").ListOf()
        select (first.Take(8).ToArray(), second.Take(8).ToArray())).ToArbitrary();

    [Fact]
    public void Passes_over_what_only_one_side_has()
    {
        var common = Alignment.CommonSubsequence(Words("the plan covers old steel"), Words("the plan now covers steel"));

        Assert.Equal([(0, 0), (1, 1), (2, 3), (4, 4)], common);
    }

    [Fact]
    public void Keeps_one_of_two_words_that_changed_places() =>
        Assert.Equal([(0, 2), (1, 3)], Alignment.CommonSubsequence(Words("Rome attacked Carthage"), Words("Carthage was Rome attacked")));

    [Fact]
    public void Prefers_one_word_that_weighs_more_to_two_that_weigh_less()
    {
        var (first, second) = (Words("of the treaty"), Words("treaty of the"));

        Assert.Equal(["of", "the"], Alignment.CommonSubsequence(first, second).Select(pair => first[pair.First]));
        Assert.Equal(["treaty"], Alignment.CommonSubsequence(first, second, [0.1, 0.1, 0.8]).Select(pair => first[pair.First]));
    }

    [Fact]
    public void Finds_each_run_as_long_as_it_goes()
    {
        var runs = Alignment.CommonRuns(Words("trade in data and trade in steel"), Words("no trade in steel and in data"));

        Assert.Equal(
            [new AlignedRun(0, 1, 2), new AlignedRun(4, 1, 3), new AlignedRun(3, 4, 1), new AlignedRun(1, 5, 2), new AlignedRun(5, 5, 1)],
            runs);
    }

    [Fact]
    public void Finds_nothing_beside_nothing()
    {
        Assert.Empty(Alignment.CommonSubsequence([], Words("a b")));
        Assert.Empty(Alignment.CommonRuns(Words("a b"), []));
    }

    [Fact]
    public void No_common_subsequence_is_longer() => Prop.ForAll(Sequences, pair =>
    {
        var common = Alignment.CommonSubsequence(pair.First, pair.Second);

        Assert.All(common, match => Assert.Equal(pair.First[match.First], pair.Second[match.Second]));
        Assert.All(common.Zip(common.Skip(1)), next => Assert.True(next.First.First < next.Second.First && next.First.Second < next.Second.Second));
        Assert.Equal(SubsequencesOf(pair.First).Where(SubsequencesOf(pair.Second).Contains).Max(words => words.Length), string.Concat(common.Select(match => pair.First[match.First])).Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_shared_word_stands_in_one_run() => Prop.ForAll(Sequences, pair =>
    {
        var (first, second) = pair;
        var shared = from i in Enumerable.Range(0, first.Length) from j in Enumerable.Range(0, second.Length) where first[i] == second[j] select (i, j);
        var runs = Alignment.CommonRuns(first, second);

        Assert.Equal(shared.Order(), runs.SelectMany(run => Enumerable.Range(0, run.Length).Select(step => (run.First + step, run.Second + step))).Order());
        Assert.All(runs, run => Assert.DoesNotContain(runs, other => other != run && other.First == run.First + run.Length && other.Second == run.Second + run.Length));
    }).QuickCheckThrowOnFailure();

    private static string[] Words(string text) => text.Split(' ');

    /// <summary>All ways to leave words out.</summary>
    private static HashSet<string> SubsequencesOf(string[] words) =>
        words.Aggregate(new HashSet<string> { "" }, (known, word) => [.. known, .. known.Select(start => start + word)]);
}
