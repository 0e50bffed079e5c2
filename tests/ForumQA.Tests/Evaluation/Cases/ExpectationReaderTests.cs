using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Evaluation.Cases;

namespace ForumQA.Tests.Evaluation.Cases;

public sealed class ExpectationReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_and_writes_back_everything_that_may_be_expected()
    {
        var evalCase = CaseFile.Parse("cases.jsonl",
        [
            """{"id": "a", "kind": "comparison", "half": "report", "question": "Which?", "before": ["Who?", "When?"], "expect": {"status": ["answered", "notFound"], "items": [["x", "y"]], "least": 0.5, "sides": [{"of": ["x"], "says": ["y"]}], "mustContain": [["z"]], "mustNotContain": ["w"], "documents": ["a.md"], "within": ["a.md", "b.md"], "maxSentences": 3, "otherwise": {"status": ["conversation"], "documents": ["c.md"]}}, "answerable": true}""",
        ]).Cases[0];

        await CaseFile.WriteAsync(_folder["out.jsonl"], [evalCase], CancellationToken.None);
        var again = (await CaseFile.ReadAsync(_folder["out.jsonl"], CancellationToken.None)).Cases[0];

        Assert.Equal(evalCase.Hash, again.Hash);
        Assert.Equal(("comparison", CaseHalf.Report), (again.Kind, again.Half));
        Assert.Equal(["Who?", "When?"], again.Before);
        var expect = again.Expect!;
        Assert.Equal([AnswerStatus.Answered, AnswerStatus.NotFound], expect.Status);
        Assert.Equal(["x", "y"], Assert.Single(expect.Items));
        Assert.Equal((0.5, 3), (expect.Least, expect.MaxSentences));
        Assert.Equal(["x"], Assert.Single(expect.Sides).Of);
        Assert.Equal(["y"], expect.Sides[0].Says);
        Assert.Equal(["a.md", "a.md", "b.md", "c.md"], expect.NamedDocuments);
        Assert.Equal([AnswerStatus.Conversation], expect.Otherwise!.Status);
    }

    [Theory]
    [InlineData("""{"kind": "lists"}""", "There is no kind 'lists'. Write one of fact, ")]
    [InlineData("""{"half": "first"}""", "'half' is 'first'. Write tune or report")]
    [InlineData("""{"before": "Who?"}""", "'before' is not a list")]
    [InlineData("""{"expect": []}""", "'expect' holds something other than an object")]
    [InlineData("""{"expect": {"item": []}}""", "\"expect\" has no property 'item'")]
    [InlineData("""{"expect": {"status": ["refused"]}}""", "There is no status 'refused'")]
    [InlineData("""{"expect": {"status": ["2"]}}""", "There is no status '2'")]
    [InlineData("""{"expect": {"items": ["x"]}}""", "'items' is not a list")]
    [InlineData("""{"expect": {"items": [[]]}}""", "'items' holds an empty list")]
    [InlineData("""{"expect": {"items": [["x"]], "least": 1.5}}""", "'least' is the share")]
    [InlineData("""{"expect": {"least": 0.5}}""", "'least' is the share")]
    [InlineData("""{"expect": {"sides": [{"of": ["x"]}]}}""", "A side has no 'says'")]
    [InlineData("""{"expect": {"maxSentences": 0}}""", "'maxSentences' is not a whole number above 0")]
    [InlineData("""{"expect": {"otherwise": {"item": []}}}""", "\"expect\" has no property 'item'")]
    public void Says_what_is_wrong(string part, string complaint)
    {
        var line = part[..^1] + """, "id": "a", "question": "Who?", "answerable": false}""";

        var error = Assert.Throws<CaseFileException>(() => CaseFile.Parse("cases.jsonl", [line]));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_document_that_is_not_in_the_index()
    {
        var file = CaseFile.Parse("cases.jsonl", ["""{"id": "a", "question": "Who?", "expect": {"otherwise": {"within": ["b.md"]}}, "answerable": true}"""]);

        Assert.Contains("no document 'b.md' in the index", Assert.Throws<CaseFileException>(() => file.Locate(_ => null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Agrees_with_the_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("evals", "case.schema.json")));
        var expectation = schema.RootElement.GetProperty("$defs").GetProperty("expectation").GetProperty("properties");

        Assert.Equal(ExpectationReader.Properties, expectation.EnumerateObject().Select(property => property.Name));
        Assert.Equal(ExpectationReader.SideProperties, expectation.GetProperty("sides").GetProperty("items").GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(CaseKind.All, schema.RootElement.GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()!));
    }
}
