using System.Text;
using ForumQA.Answering;
using ForumQA.Answering.Bundles;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Planning;
using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;
using ForumQA.Evaluation.Cases;
using ForumQA.Ingestion;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Options;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>What reads questions, prompts and what a model writes, over an index of real documents.</summary>
internal sealed class AnswerTargets : IDisposable
{
    private static readonly string[] Words =
    [
        "What ", "Who ", "How many ", "List all ", "Compare ", " and ", " or ", "Summarise ", "When ", "first", "the 16th ", "Gao Bo", "forum", "data", "Is it true that ", "the third one", "And ", "?", "!", "\"", "AND", "OR", "NOT", "NEAR(", "*", "^", "body:", "(", ")", "-", "'", ";--", "{{question}}", "</message>", "[1]",
    ];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"forumqa-fuzz-{Guid.NewGuid():N}");
    private readonly CharacterGramEmbeddingGenerator _embedder = new();
    private readonly string _seeds;
    private readonly IndexStore _store;
    private readonly Retriever _retriever;
    private readonly PromptLibrary _prompts = new(null);
    private readonly Answerer _answerer;

    /// <param name="seeds">The folder of documents; <c>evals/forum.jsonl</c> lies beside it.</param>
    public AnswerTargets(string seeds)
    {
        _seeds = seeds;
        Directory.CreateDirectory(_folder);
        _store = IndexStore.OpenOrCreate(Path.Combine(_folder, "index.db"));
        var chunking = Options.Create(new ChunkingOptions());
        new Indexer(new DocumentReaders(Options.Create(new IngestionOptions())), new Chunker(chunking), chunking, _embedder, TimeProvider.System)
            .SynchronizeAsync(_store, new IndexingRequest { Corpus = seeds }, progress: null, CancellationToken.None).GetAwaiter().GetResult();
        _retriever = new Retriever(_store, _embedder, Options.Create(new RetrievalOptions()));
        _answerer = new Answerer(_store, _retriever, Options.Create(new AbstentionOptions()));
    }

    public IEnumerable<FuzzTarget> All()
    {
        var questions = CaseFile.Parse("cases", File.ReadAllLines(Path.Combine(_seeds, "..", "evals", "forum.jsonl"))).Cases.Select(one => one.Question).Take(200).ToList();
        yield return FuzzTarget.OfText("question", questions, Words, ReadQuestionAsync);
        yield return FuzzTarget.OfText("answer", questions.Select(question => $"What is the forum?\nIt is a forum. [1]\n{question}"), [.. Words, "\n"], AnswerAsync);
        yield return FuzzTarget.OfText("model answer", ["Gao Bo said that data are a factor of production. [1] Japan has robots. [2][3]\n\n- One. [1, 2]\n\nSources:\n[1] x"], [
            "[1]", "[2, 3]", "【1】", "[", "]", "<think>", "</think>", "NOT_IN_DOCUMENTS", "Answer: ", "**", "\n\n", "- ", "1. ", "Sources:\n", ". ", "? ", "“", "```", "# ", " and ", " not ", "30 %", "2020", "Gao Bo", "according to ", "...", "Mr. "],
            ReadModelAnswer);
        yield return FuzzTarget.OfText("prompt", ["A title\nA heading\nSome text.\nA question?"], [
            "</message>", "<message role=\"system\">", "</passage>", "{{question}}", "{{{question}}}", "{{#each", "{{/each}}", "{{!--", "}}", "&lt;", "&amp;", "&#0;", "]]>", "<![CDATA[", "<!--", "-->", "<?xml?>", "\\", "\n"],
            RenderPrompt);
        var prompts = _prompts.All.Select(prompt => prompt.Yaml).ToList();
        yield return FuzzTarget.OfText("prompt file", prompts, [
            "{{", "}}", "{{{", "{{#if a}}", "{{/if}}", "{{#each passages}}", "{{else}}", "{{lookup a b}}", "{{> x}}", "<message role=\"user\">", "</message>", "template: |\n", "name: ", ": ", "- ", "&x", "*x", "!!", "execution_settings:\n  default:\n    temperature: x\n", "|", ">"],
            yaml => FuzzTarget.RefusableAsync(() => Task.FromResult(Prompt.Parse("answer.yaml", yaml, PromptContract.Answer))));
        yield return FuzzTarget.OfText("bundle", [Bundle()], ["{", "}", "[", "]", ":", ",", "null", "true", "-1", "\"format\"", "\"citations\"", "\"sentences\"", "\"\\ud800\""], text => FuzzTarget.RefusableAsync(async () =>
        {
            var path = Path.Combine(_folder, "bundle.json");
            await File.WriteAllTextAsync(path, text).ConfigureAwait(false);
            BundleVerifier.Verify(await EvidenceBundles.ReadAsync(path, CancellationToken.None).ConfigureAwait(false), _store);
        }));
    }

    public void Dispose()
    {
        _store.Dispose();
        _embedder.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task ReadQuestionAsync(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            using var snapshot = _store.OpenSnapshot();
            var question = _retriever.Read(snapshot, text);
            QuestionFormReader.Read(question.Text, word => snapshot.Words.CountPassagesWith([word.Stem]).Count > 0);
        }

        return Task.CompletedTask;
    }

    /// <summary>The last line is the question; those before are the conversation, questions and answers by turns.</summary>
    private Task AnswerAsync(string text) => FuzzTarget.RefusableAsync(async () =>
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return;
        }

        var history = lines[..^1].TakeLast(20).Chunk(2).Select(turn => new ConversationTurn(turn[0], turn.ElementAtOrDefault(1))).ToList();

        var question = lines[^1];
        await foreach (var update in _answerer.AnswerAsync(new AnswerRequest(question) { History = history }, CancellationToken.None).ConfigureAwait(false))
        {
            if (update is AnswerCompleted { Answer.Citations: var citations } && citations.FirstOrDefault(one => !one.StandsIn(_store.Documents.Find(one.DocumentId)!.Text)) is { } wrong)
            {
                throw new InvalidOperationException($"Citation {wrong.Number} does not stand in its document.");
            }
        }
    });

    private Task ReadModelAnswer(string text)
    {
        var passages = _store.Documents.List().Take(4).Select((listed, i) => new SuppliedPassage(i + 1, _store.Documents.Find(listed.Id)!, [_store.Passages.ListByDocument(listed.Id)[i]])).ToList();
        var (reader, verifier) = (new MarkedSentenceReader(), new AnswerVerifier(passages));
        var pieces = new List<AnswerPiece>();
        for (var at = 0; at < text.Length; at += 7)
        {
            pieces.AddRange(reader.Append(text[at..Math.Min(text.Length, at + 7)]));
        }

        pieces.AddRange(reader.Complete());
        foreach (var sentence in pieces.OfType<MarkedSentence>().Take(20))
        {
            verifier.Verify(sentence);
        }

        return Task.CompletedTask;
    }

    private Task RenderPrompt(string text)
    {
        var lines = text.Split('\n');
        var document = new Document { Id = "a", Title = lines[0] + "-", Uri = "a", Text = text + "-" };
        var passage = new Passage { Id = "a", DocumentId = "a", Ordinal = 0, Start = 0, End = document.Text.Length, Text = document.Text, Heading = lines.ElementAtOrDefault(1) };
        var variables = PromptVariables.ForAnswer(lines[^1], [new SuppliedPassage(1, document, [passage])], [new ConversationTurn(lines[^1], text)]);
        var messages = _prompts.Answer.Render(variables);
        return messages.Count == 2 ? Task.CompletedTask : throw new InvalidOperationException($"{messages.Count} messages came of two.");
    }

    private string Bundle()
    {
        var answer = (Answer?)null;
        var updates = _answerer.AnswerAsync(new AnswerRequest("Who is Jia Jingdun?"), CancellationToken.None).ToBlockingEnumerable();
        foreach (var update in updates)
        {
            answer = update is AnswerCompleted completed ? completed.Answer : answer;
        }

        var path = Path.Combine(_folder, "first.json");
        EvidenceBundles.WriteAsync(new EvidenceBundles(_store, new Dictionary<string, string>(), TimeProvider.System).Create(answer!), path, CancellationToken.None).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(File.ReadAllBytes(path));
    }
}
