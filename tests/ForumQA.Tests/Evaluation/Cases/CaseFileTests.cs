using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Evaluation.Cases;

public sealed class CaseFileTests : IDisposable
{
    private const string Good = """{"id": "a", "question": "Who?", "answerable": false}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_everything_a_case_may_say()
    {
        var path = _folder.Write("cases.jsonl", """
            {"id": "a", "question": "And how many?", "history": [{"question": "Who?", "answer": "He."}, {"question": "When?"}], "answers": ["60"], "citations": [{"document": "a.md", "quotation": "60 languages"}, {"document": "b.md", "relevance": 2}], "answerable": true, "tags": ["figure"]}

            {"id": "b", "question": "Why?", "answerable": false}
            """);

        var cases = (await CaseFile.ReadAsync(path, CancellationToken.None)).Cases;

        Assert.Equal(["a", "b"], cases.Select(c => c.Id));
        Assert.Equal([new ConversationTurn("Who?", "He."), new ConversationTurn("When?")], cases[0].History);
        Assert.Equal([new GoldCitation("a.md", "60 languages"), new GoldCitation("b.md") { Relevance = 2 }], cases[0].Citations);
        Assert.Equal(["figure"], cases[0].Tags);
        Assert.False(cases[1].Answerable);
    }

    [Fact]
    public void Reports_every_bad_line_with_file_line_and_remedy()
    {
        var error = Assert.Throws<CaseFileException>(() => CaseFile.Parse("cases.jsonl",
        [
            Good,
            "not JSON",
            """{"id": "b", "answerable": true, "answer": "60"}""",
            "",
            Good,
        ]));

        Assert.Equal([2, 3, 3, 3, 5], error.Problems.Select(problem => problem.Line));
        Assert.Contains("cases.jsonl(3): 'question' is missing. Add ", error.Message, StringComparison.Ordinal);
        Assert.Contains("no property 'answer'. Correct its name to one of ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Add at least one, or set \"answerable\" to false", error.Message, StringComparison.Ordinal);
        Assert.Contains("cases.jsonl(5): The id 'a' stands on line 1 already", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[1]""", "not a JSON object")]
    [InlineData("""{"id": 7, "question": "Who?", "answerable": false}""", "'id' is empty or not a text")]
    [InlineData("""{"id": "a", "question": "\ud800", "answerable": false}""", "not JSON")]
    [InlineData("""{"id": "a", "question": " ", "answerable": false}""", "'question' is empty")]
    [InlineData("""{"id": "a", "question": "Who?", "answerable": "no"}""", "'answerable' is missing or not true or false")]
    [InlineData("""{"id": "a", "question": "Who?", "answerable": false, "tags": "date"}""", "'tags' is not a list")]
    [InlineData("""{"id": "a", "question": "Who?", "answerable": false, "history": ["Who?"]}""", "'history' holds something other than an object")]
    [InlineData("""{"id": "a", "question": "Who?", "answerable": true, "citations": [{"document": "a.md", "relevance": 0}]}""", "'relevance' is not a whole number above 0")]
    [InlineData("""{"id": "a", "question": "Who?", "answerable": false, "answers": ["He"]}""", "not answerable but has answers")]
    public void Says_what_is_wrong_with_a_line(string line, string complaint)
    {
        var error = Assert.Throws<CaseFileException>(() => CaseFile.Parse("cases.jsonl", [line]));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_missing_or_empty()
    {
        var missing = await Assert.ThrowsAsync<ForumQAException>(() => CaseFile.ReadAsync(_folder["none.jsonl"], CancellationToken.None));

        Assert.Equal("cases-unreadable", missing.Code);
        Assert.Equal("cases-empty", Assert.Throws<ForumQAException>(() => CaseFile.Parse("cases.jsonl", ["", " "])).Code);
    }

    [Fact]
    public void Never_fails_on_a_line_other_than_by_complaining_of_it() =>
        Prop.ForAll<string[]>(lines =>
        {
            var wild = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line + "{\"id\":").ToList();
            var error = Record.Exception(() => CaseFile.Parse("cases.jsonl", wild));
            return wild.Count == 0 ? error is ForumQAException { Code: "cases-empty" } : error is CaseFileException bad && bad.Problems.Count == wild.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Reads_back_what_it_writes()
    {
        var cases = CaseFile.Parse("cases.jsonl",
        [
            """{"id": "日本", "question": "何か国\n\"60\"?", "history": [{"question": "Who?"}], "answers": ["60"], "citations": [{"document": "a.md"}], "answerable": true, "tags": ["ja"]}""",
        ]).Cases;

        await CaseFile.WriteAsync(_folder["out.jsonl"], cases, CancellationToken.None);
        var again = (await CaseFile.ReadAsync(_folder["out.jsonl"], CancellationToken.None)).Cases;

        Assert.Equal(cases[0].Hash, again[0].Hash);
        Assert.Contains("何か国", await File.ReadAllTextAsync(_folder["out.jsonl"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_another_hash_to_a_case_that_was_changed()
    {
        var one = CaseFile.Parse("f", [Good]).Cases[0];

        Assert.NotEqual(one.Hash, (one with { Question = "Who was it?" }).Hash);
        Assert.NotEqual(one.Hash, (one with { Answerable = true }).Hash);
        Assert.Equal(one.Hash, (one with { }).Hash);
    }

    [Fact]
    public void Parts_cases_into_two_halves_by_id_alone()
    {
        var cases = Enumerable.Range(0, 1000).Select(i => new EvalCase { Id = $"case-{i}", Question = "Who?", Answerable = false }).ToList();

        var tune = cases.Count(c => c.Half == CaseHalf.Tune);

        Assert.InRange(tune, 430, 570);
        Assert.All(cases, c => Assert.Equal(c.Half, (c with { Question = "Another" }).Half));
    }

    [Fact]
    public void Names_line_and_remedy_of_a_quotation_that_stands_nowhere()
    {
        var file = CaseFile.Parse("cases.jsonl",
        [
            Good,
            """{"id": "b", "question": "Who?", "citations": [{"document": "a.md", "quotation": "fire"}, {"document": "b.md"}], "answerable": true}""",
        ]);

        var error = Assert.Throws<CaseFileException>(() => file.Locate(id => id == "a.md" ? "Data are water." : null));

        Assert.Equal([2, 2], error.Problems.Select(problem => problem.Line));
        Assert.Contains("does not stand in 'a.md': \"fire\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("no document 'b.md' in the index", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Agrees_with_the_schema_on_what_a_case_may_say()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("evals", "case.schema.json")));
        var properties = schema.RootElement.GetProperty("properties");

        Assert.Equal(CaseLine.CaseProperties, Names(properties));
        Assert.Equal(CaseLine.CitationProperties, Names(properties.GetProperty("citations").GetProperty("items").GetProperty("properties")));
        Assert.Equal(CaseLine.TurnProperties, Names(properties.GetProperty("history").GetProperty("items").GetProperty("properties")));

        static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
    }
}
