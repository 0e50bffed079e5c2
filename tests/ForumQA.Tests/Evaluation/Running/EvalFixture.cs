using ForumQA.Evaluation;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;
using ForumQA.Storage;

namespace ForumQA.Tests.Evaluation.Running;

/// <summary>An index of one document, four cases about it, and answers that get all of them right until a test says otherwise.</summary>
internal sealed class EvalFixture : IDisposable
{
    public const string Water = "Data are like water, said Xu Zhiyu.";
    public const string Robots = "Robots were shown in Tokyo.";

    private static readonly string[] Lines =
    [
        """{"id": "water", "question": "Who spoke of water?", "answers": ["Xu Zhiyu"], "citations": [{"document": "a.md", "quotation": "Data are like water, said Xu Zhiyu."}], "answerable": true, "tags": ["who-said"]}""",
        """{"id": "robots", "question": "Where were robots shown?", "answers": ["Tokyo", "in Tokyo"], "citations": [{"document": "a.md", "quotation": "Robots were shown in Tokyo."}], "answerable": true, "tags": ["single-fact"]}""",
        """{"id": "fire", "question": "Who spoke of fire?", "answerable": false, "tags": ["near-miss"]}""",
        """{"id": "pasta", "question": "How long does pasta boil?", "answerable": false, "tags": ["other-subject"]}""",
    ];

    public EvalFixture()
    {
        Document = new Document { Id = "a.md", Title = "Water & robots", Uri = "a.md", Text = $"{Water} {Robots} <script>alert(1)</script> stands in the text." };
        Answers = new ScriptedAnswers(Document) { Quote = question => question.Contains("water", StringComparison.Ordinal) ? Water : question.Contains("robots", StringComparison.Ordinal) ? Robots : null };
        Store = IndexStore.OpenOrCreate(Folder["index.db"]);
        Store.Writer.Put(Document, new SourceStamp("hash", 1, DateTime.UnixEpoch), [], [], "m", DateTimeOffset.UnixEpoch);
        Files = new ReportFiles(Folder["out"]);
    }

    public TemporaryFolder Folder { get; } = new();

    public Document Document { get; }

    public ScriptedAnswers Answers { get; }

    public IndexStore Store { get; }

    public ReportFiles Files { get; }

    public CaseFile Cases { get; set; } = CaseFile.Parse("cases.jsonl", Lines);

    public Dictionary<string, string> Options { get; } = [];

    public Dictionary<string, string> Prompts { get; } = [];

    public Task<EvalReport> RunAsync(int parallelism = 1, IProgress<EvalProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new Evaluator(Store, Answers.AnswerAsync, Options, Prompts, TimeProvider.System).RunAsync(
            new EvalRequest { Cases = Cases, ResumeFile = Files.Unfinished, Parallelism = parallelism }, progress, cancellationToken);

    public void Dispose()
    {
        Store.Dispose();
        Folder.Dispose();
    }
}
