using System.Linq.Expressions;
using ForumQA.VectorData;
using static ForumQA.Tests.VectorData.PassageIndex;
using Filter = System.Linq.Expressions.Expression<System.Func<ForumQA.VectorData.PassageRecord, bool>>;

namespace ForumQA.Tests.VectorData;

public sealed class PassageFilterTests(PassageIndex index) : IClassFixture<PassageIndex>
{
    private static readonly string[] Documents = ["a/17.md", "c.md", "nothing"];
    private static readonly IReadOnlyList<string> DocumentList = Documents;
    private static readonly HashSet<string> DocumentSet = [.. Documents];
    private static readonly List<int?> PagesOrNone = [2, null];
    private static readonly string?[] HeadingsOrNone = ["Robots", null];
    private static readonly long[] Starts = [0L];

    private static int? NoPage => null;

    private static double NotANumber => double.NaN;

    /// <summary>Filters that C# can run over the records as well: both must agree.</summary>
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Filters.Length)];

    private static Filter[] Filters { get; } =
    [
        r => r.Id == "a/17.md#1",
        r => r.DocumentId == "a/17.md",
        r => "a/17.md" != r.DocumentId,
        r => r.DocumentTitle == "日本",
        r => r.DocumentUri == "https://example.org/c.md",
        r => r.Text == "It's a \"test\" of robots; DROP TABLE passages. ",
        r => r.Text == "Music \U0001d11e and rice. ",
        r => r.Heading == "robots",
        r => r.Heading == null,
        r => r.Heading != "Robots",
        r => !(r.Heading == "Robots"),
        r => r.Page == 2,
        r => r.Page != 2,
        r => r.Page == null,
        r => r.Page == NoPage,
        r => r.Page > NoPage,
        r => !(r.Page > 2),
        r => r.Page.HasValue,
        r => r.Page.HasValue && r.Page.Value >= 3,
        r => r.Page >= 2 && r.Page <= 3,
        r => 3 > r.Page,
        r => 2 <= r.Ordinal,
        r => r.Ordinal < 1.5,
        r => r.Ordinal > double.NegativeInfinity,
        r => r.Start == 0L,
        r => r.End > 40 || r.Ordinal == 1 && r.Page == null,
        r => !(r.End > 40 || r.Ordinal == 1),
        r => Documents.Contains(r.DocumentId),
        r => DocumentList.Contains(r.DocumentId),
        r => DocumentSet.Contains(r.DocumentId),
        r => !Documents.Contains(r.DocumentId),
        r => new[] { "c.md", "b/18.md" }.Contains(r.DocumentId),
        r => Enumerable.Empty<string>().Contains(r.DocumentId),
        r => PagesOrNone.Contains(r.Page),
        r => !PagesOrNone.Contains(r.Page),
        r => HeadingsOrNone.Contains(r.Heading),
        r => Starts.Contains(r.Start),
        r => r.Metadata["event"] == "18th Forum",
        r => r.Metadata["event"] == "18TH FORUM",
        r => r.Metadata["EVENT"] != "18th Forum",
        r => r.Metadata["event"] == "東京",
        r => Documents.Append("18th Forum").ToArray().Contains(r.Metadata["event"]),
        r => r.Metadata.ContainsKey("speaker"),
        r => !r.Metadata.ContainsKey("date"),
        r => r.Metadata.ContainsKey("speaker") && r.Metadata["speaker"] == "Wang Yi",
        r => r.Metadata.ContainsKey("speaker") && r.Metadata["speaker"] != "Wang Yi",
        r => true,
        r => false,
        r => NoPage == null || r.Page > NoPage.Value,
        r => NoPage != null && r.Page > NoPage.Value || r.Ordinal == 0,
        r => r.DocumentId == "' OR 1=1 --",
        r => r.Metadata.ContainsKey("x' OR 1=1 --") || r.Metadata["event"] == "'); DROP TABLE passages; --",
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_what_the_filter_is_true_for_in_memory(int number)
    {
        var filter = Filters[number];

        Assert.Equal(index.ReadAll().Where(filter.Compile()).Select(record => record.Id), Find(filter));
    }

    [Fact]
    public void The_filters_are_no_empty_talk()
    {
        var found = Filters.Select(filter => Find(filter).Count).ToList();

        Assert.True(found.Count(count => count is > 0 and < 8) > 35, string.Join(' ', found));
    }

    [Fact]
    public void A_document_without_the_metadata_has_null()
    {
        string? none = null;

        Assert.Equal(["a/17.md", "b/18.md"], FindDocuments(r => r.Metadata["speaker"] != none));
        Assert.Equal(["a/18.md", "c.md"], FindDocuments(r => r.Metadata["speaker"] == null));
        Assert.Equal(["a/18.md", "b/18.md", "c.md"], FindDocuments(r => r.Metadata["speaker"] != "Liu Song"));
        Assert.Equal(["a/17.md", "a/18.md", "c.md"], FindDocuments(r => new[] { "Liu Song", null }.Contains(r.Metadata["speaker"])));
    }

    [Fact]
    public void Variables_are_read_when_the_filter_is_given()
    {
        var (name, value) = ("speaker", "Liu Song");

        Assert.Equal(["a/17.md"], FindDocuments(r => r.Metadata[name] == value));
        (name, value) = ("event", "東京");
        Assert.Equal(["c.md"], FindDocuments(r => r.Metadata[name] == value.Trim()));
    }

    [Fact]
    public void Passages_of_more_documents_than_SQLite_has_parameters_can_be_asked_for()
    {
        var many = Enumerable.Range(0, 50_000).Select(i => $"{i}.md").Append("c.md").ToList();

        Assert.Equal(["c.md"], FindDocuments(r => many.Contains(r.DocumentId)));
    }

    public static TheoryData<int> Refusals => [.. Enumerable.Range(0, Refused.Length)];

    private static (string Part, Filter Filter)[] Refused { get; } =
    [
        ("r.Text.Contains(\"water\")", r => r.Page == 1 && r.Text.Contains("water")),
        ("r.DocumentId.StartsWith(\"a/\"", r => r.DocumentId.StartsWith("a/", StringComparison.Ordinal)),
        ("r.Text.Length", r => r.Text.Length > 3),
        ("r.End", r => r.Start == r.End),
        ("r.Start % 2", r => r.Start % 2 == 0),
        ("r.Heading ?? \"\"", r => (r.Heading ?? "") == ""),
        ("r.Vector", r => r.Vector == null),
        ("IIF(", r => r.Page == null ? r.Ordinal == 0 : r.Ordinal == 1),
        ("r.Metadata.Count", r => r.Metadata.Count == 1),
        ("r.Heading", r => r.Metadata[r.Heading!] == "x"),
        ("r.Metadata", r => new[] { "x" }.Contains(r.Metadata.First().Value)),
        ("Convert(r.Start", r => (short)r.Start == 3),
        ("NotANumber", r => r.Ordinal != NotANumber),
        ("1.5", r => new[] { 1.5 }.Contains((double)r.Ordinal)),
        ("HashSet", r => new HashSet<string>(Documents, StringComparer.OrdinalIgnoreCase).Contains(r.DocumentId)),
        ("SortedSet", r => new SortedSet<string>(Documents, StringComparer.OrdinalIgnoreCase).Contains(r.DocumentId)),
        ("Any(id", r => Documents.Any(id => id == r.DocumentId)),
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Names_the_part_that_it_cannot_translate_and_the_remedy(int number)
    {
        var (part, filter) = Refused[number];

        var error = Assert.Throws<NotSupportedException>(() => index.Passages.GetAsync(filter, 10));

        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Matches("A filter may|Compare |Ask with a list|A list may", error.Message);
    }

    [Fact]
    public void A_part_that_cannot_be_translated_is_refused_by_every_search_before_it_begins()
    {
        Assert.Throws<NotSupportedException>(() => index.Passages.SearchAsync("water", 3, new() { Filter = r => r.Text.Contains('w') }));
        Assert.Throws<NotSupportedException>(() => index.Passages.HybridSearchAsync("water", [], 3, new() { Filter = r => r.Text.Contains('w') }));
    }

    [Theory]
    [InlineData(249, true)]
    [InlineData(5000, false)]
    public void Goes_only_so_deep(int parts, bool isFine)
    {
        var record = Expression.Parameter(typeof(PassageRecord), "r");
        var part = Expression.Equal(Expression.Property(record, nameof(PassageRecord.DocumentId)), Expression.Constant("c.md"));
        var filter = Expression.Lambda<Func<PassageRecord, bool>>(Enumerable.Range(1, parts).Aggregate((Expression)part, (all, _) => Expression.OrElse(all, part)), record);

        if (isFine)
        {
            Assert.Equal(["c.md"], FindDocuments(filter));
        }
        else
        {
            Assert.Contains("list.Contains", Assert.Throws<NotSupportedException>(() => FindDocuments(filter)).Message, StringComparison.Ordinal);
        }
    }

    private List<string> Find(Filter filter) => ReadAll(index.Passages.GetAsync(filter, 1000)).ConvertAll(record => record.Id);

    private IEnumerable<string> FindDocuments(Filter filter) => ReadAll(index.Passages.GetAsync(filter, 1000)).Select(record => record.DocumentId).Distinct();
}
