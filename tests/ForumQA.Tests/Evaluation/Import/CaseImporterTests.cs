using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Import;
using ForumQA.Ingestion;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Evaluation.Import;

public sealed class CaseImporterTests : IDisposable
{
    private const string Squad = """
        {"version": "v2.0", "data": [{"title": "Water_works", "paragraphs": [
          {"context": "💧 Water is wet. Tokyo drinks *much* of it.\nIt is 1. good and 2. cheap.", "qas": [
            {"id": 7, "question": " Who drinks? ", "answers": [{"text": "Tokyo", "answer_start": 16}, {"text": "Tokyo", "answer_start": 16}]},
            {"id": "b", "question": "Who swims?", "answers": [{"text": "Tokyo", "answer_start": 16}], "is_impossible": true},
            {"id": "c", "question": "Who pays?", "answers": []}]}]}]}
        """;

    private static readonly DocumentReaders Readers = new(Options.Create(new IngestionOptions()));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Imports_squad_with_offsets_in_code_points()
    {
        var report = await ImportAsync(ImportFormat.Squad, _folder.Write("squad.json", Squad));

        var cases = (await CaseFile.ReadAsync(report.CaseFile, CancellationToken.None)).Cases;
        Assert.Equal(["7", "b"], cases.Select(c => c.Id));
        Assert.Equal(("Who drinks?", true), (cases[0].Question, cases[0].Answerable));
        Assert.Equal(["Tokyo"], cases[0].Answers);
        Assert.Equal([new GoldCitation("water-works-00001.md", "Tokyo drinks *much* of it.")], cases[0].Citations);
        Assert.Equal(["answerable", "mine"], cases[0].Tags);
        Assert.False(cases[1].Answerable);
        Assert.Empty(cases[1].Answers);
        Assert.Equal("c", Assert.Single(report.Skipped).Id);
    }

    [Fact]
    public async Task Finds_evidence_across_white_space_and_the_place_that_is_meant()
    {
        var squad = _folder.Write("squad.json", """
            {"data": [{"paragraphs": [{"context": "Oil is old. Water  is\nwet. So it goes. Water is wet too, he said.", "qas": [
              {"id": "first", "question": "What is wet?", "answers": [{"text": "Water  is\nwet", "answer_start": 12}]},
              {"id": "second", "question": "What is wet too?", "answers": [{"text": "Water is wet", "answer_start": 39}]}]}]}]}
            """);

        var report = await ImportAsync(ImportFormat.Squad, squad);

        Assert.Equal(
            ["Water is wet.", "Water is wet too, he said."],
            (await CaseFile.ReadAsync(report.CaseFile, CancellationToken.None)).Cases.Select(c => c.Citations.Single().Quotation));
    }

    [Fact]
    public async Task Writes_a_corpus_that_reads_as_the_data_set_has_it()
    {
        var report = await ImportAsync(ImportFormat.Squad, _folder.Write("squad.json", Squad));

        var document = await Readers.ReadFileAsync("a.md", Path.Combine(report.Corpus!, "water-works-00001.md"), CancellationToken.None);
        Assert.Equal("Water works", document.Title);
        Assert.Equal("💧 Water is wet. Tokyo drinks *much* of it. It is 1. good and 2. cheap.", document.Text);
    }

    [Fact]
    public async Task Imports_beir_with_graded_judgements()
    {
        _folder.Write("beir/corpus.jsonl", """
            {"_id": "d1", "title": "Water", "text": "Water is wet."}
            {"_id": "d2", "title": "", "text": "Fire is hot."}
            """);
        _folder.Write("beir/queries.jsonl", """
            {"_id": "q1", "text": "what is wet"}
            {"_id": "q2", "text": "what is cold"}
            """);
        _folder.Write("beir/qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t1\nq2\td2\t0\n");

        var report = await ImportAsync(ImportFormat.Beir, _folder["beir"]);

        var evalCase = Assert.Single((await CaseFile.ReadAsync(report.CaseFile, CancellationToken.None)).Cases);
        Assert.Equal([new GoldCitation("water-00001.md") { Relevance = 2 }, new GoldCitation("document-2-00002.md")], evalCase.Citations);
        Assert.Equal("q2", Assert.Single(report.Skipped).Id);
    }

    [Fact]
    public async Task Imports_a_table_over_the_users_own_corpus()
    {
        var path = _folder.Write("table.csv", """
            Question,Answers,Document,Quotation,Answerable,Tags
            "Who said ""water"", and when?",Xu Zhiyu|Mr Xu,a.md,"Data are like water, he said.",,quote|who
            Who swims?,,,,no,
            Who pays?,,,,,
            """);

        var report = await ImportAsync(ImportFormat.Csv, path);

        var cases = (await CaseFile.ReadAsync(report.CaseFile, CancellationToken.None)).Cases;
        Assert.Null(report.Corpus);
        Assert.Equal("Who said \"water\", and when?", cases[0].Question);
        Assert.Equal(["Xu Zhiyu", "Mr Xu"], cases[0].Answers);
        Assert.Equal([new GoldCitation("a.md", "Data are like water, he said.")], cases[0].Citations);
        Assert.Equal(["quote", "who", "mine"], cases[0].Tags);
        Assert.Equal([true, false, false], cases.Select(c => c.Answerable));
    }

    [Theory]
    [InlineData(ImportFormat.Squad, "squad.json", """{"data": [{"title": "T"}]}""", "not in SQuAD format")]
    [InlineData(ImportFormat.Squad, "squad.json", "[", "not in SQuAD format")]
    [InlineData(ImportFormat.Csv, "table.csv", "answer\nwater", "has no column 'question'")]
    [InlineData(ImportFormat.Csv, "table.csv", "question,colour\nWho?,red", "a column 'colour' that means nothing here")]
    [InlineData(ImportFormat.Csv, "table.csv", "question,answerable\nWho?,perhaps", "Write yes or no")]
    [InlineData(ImportFormat.Beir, "corpus.jsonl", "{}", "line 1, is not in BEIR format")]
    public async Task Says_what_is_wrong_with_a_data_set(ImportFormat format, string name, string content, string complaint)
    {
        var path = _folder.Write(name, content);

        var error = await Assert.ThrowsAsync<ForumQAException>(() => ImportAsync(format, format == ImportFormat.Beir ? _folder.Path : path));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Refuses_to_mix_two_corpora()
    {
        var path = _folder.Write("squad.json", Squad);
        await ImportAsync(ImportFormat.Squad, path);

        var error = await Assert.ThrowsAsync<ForumQAException>(() => ImportAsync(ImportFormat.Squad, path));

        Assert.Equal("import-folder", error.Code);
    }

    [Fact]
    public void Writes_markdown_that_reads_back_as_the_text() =>
        Prop.ForAll<NonEmptyArray<NonNull<string>>>(parts =>
        {
            // Printable text with everything that means something to Markdown; a letter in front so that it is not empty.
            var text = "x" + string.Join(' ', parts.Get.Select(part => part.Get));
            var markdown = MarkdownText.Write("T", text);
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(markdown));
            var read = Readers.ReadAsync("a.md", "a.md", content, CancellationToken.None).GetAwaiter().GetResult().Text;
            return Ink(read) == Ink(TextNormalizer.Normalize(text));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("# no heading")]
    [InlineData("- no list\n+ no list\n* no list")]
    [InlineData("1. no list\n12) no list")]
    [InlineData("a_b_c *d* `e` [f](g) <h> &amp; ~~i~~ ^j^ ==k== ++l++")]
    [InlineData("| a | b |\n|---|---|\n| c | d |")]
    [InlineData("no heading\n===\nnone\n---")]
    [InlineData(": no definition\n[^1]: no note\n![no](image)\n---\n***")]
    [InlineData("\\ and \\* and https://example.org/?a=b&copy=c")]
    public async Task Keeps_what_would_mean_something_in_markdown(string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(MarkdownText.Write("A \"title\": yes", text)));

        var document = await Readers.ReadAsync("a.md", "a.md", content, CancellationToken.None);

        Assert.Equal("A \"title\": yes", document.Title);
        Assert.Equal(Ink(text), Ink(document.Text));
    }

    [Theory]
    [InlineData("a,b\n", "a|b")]
    [InlineData("\"a,\"\"b\"\"\nc\",d", "a,\"b\"\nc|d")]
    [InlineData("a,,\n,b", "a||/|b")]
    [InlineData("", "")]
    public void Reads_comma_separated_values(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', CsvReader.Read(text).Select(row => string.Join('|', row))));

    [Theory]
    [InlineData("aé💧b", 3, 4)]
    [InlineData("abc", 3, 3)]
    [InlineData("abc", 4, -1)]
    public void Counts_code_points_as_python_does(string text, int codePoints, int utf16) => Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoints));

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private Task<ImportReport> ImportAsync(ImportFormat format, string source) => new CaseImporter(Readers).ImportAsync(
        new ImportRequest { Format = format, Sources = [source], Folder = _folder["out"], Tags = ["mine"] }, CancellationToken.None);
}
