using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Metrics;
using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Evaluation.Cases;

/// <summary>The sets of people's questions, against the corpora they are about.</summary>
public sealed class PeopleCasesTests
{
    /// <summary>Of these the answer is counted or told by ForumQA itself, so its words need not stand in a document.</summary>
    private static readonly string[] NotFromText = ["count", "about-corpus", "about-forumqa", "small-talk"];

    [Theory]
    [InlineData("people.jsonl", "seeds", 250)]
    [InlineData("handbook.jsonl", "evals/corpora/handbook", 80)]
    public async Task Have_every_kind_and_two_halves(string set, string corpus, int least)
    {
        var file = await CaseFile.ReadAsync(Repository.Path("evals", set), CancellationToken.None);
        var texts = await ReadAsync(corpus);

        file.Locate(texts.GetValueOrDefault);

        Assert.InRange(file.Cases.Count, least, 1000);
        Assert.Empty(CaseKind.All.Except(file.Cases.Select(evalCase => evalCase.Kind)));
        Assert.All(Enum.GetValues<CaseHalf>(), half => Assert.InRange(file.Cases.Count(c => c.Half == half), file.Cases.Count * 2 / 5, file.Cases.Count * 3 / 5));
    }

    [Theory]
    [InlineData("people.jsonl", "seeds")]
    [InlineData("handbook.jsonl", "evals/corpora/handbook")]
    [InlineData("manual.jsonl", "evals/corpora/manual")]
    [InlineData("museum.jsonl", "evals/corpora/museum")]
    [InlineData("coop.jsonl", "evals/corpora/coop")]
    [InlineData("runbook.jsonl", "evals/corpora/runbook")]
    [InlineData("talks.jsonl", "evals/corpora/talks")]
    public async Task Expect_only_what_the_documents_say(string set, string corpus)
    {
        var cases = (await CaseFile.ReadAsync(Repository.Path("evals", set), CancellationToken.None)).Cases;
        var words = (await ReadAsync(corpus)).ToDictionary(pair => pair.Key, pair => Wording.Words(pair.Value));

        foreach (var evalCase in cases.Where(c => c.Answerable && !NotFromText.Contains(c.Kind) && c.Expect!.Status.All(status => status != AnswerStatus.Conversation)))
        {
            var expect = evalCase.Expect!;
            var places = expect.Within.Count > 0 ? expect.Within : [.. words.Keys];
            var groups = expect.Items.Concat(expect.MustContain).Concat(expect.Sides.SelectMany(side => new[] { side.Of, side.Says }));
            Assert.All(groups, group => Assert.True(
                group.Any(wording => places.Any(place => Wording.Stands(words[place], wording))), $"{evalCase.Id}: {string.Join(" | ", group)}"));
        }
    }

    [Theory]
    [InlineData("people.jsonl", 25)]
    [InlineData("handbook.jsonl", 6)]
    public async Task Keep_a_conversation_within_one_half(string set, int least)
    {
        var cases = (await CaseFile.ReadAsync(Repository.Path("evals", set), CancellationToken.None)).Cases;

        var conversations = cases.Where(c => c.Before is not null).GroupBy(c => c.Id[..c.Id.LastIndexOf('-')]).ToList();

        Assert.InRange(conversations.Count, least, 200);
        Assert.All(conversations, turns => Assert.Single(turns.Select(turn => turn.Half).Distinct()));
    }

    private static async Task<Dictionary<string, string>> ReadAsync(string corpus)
    {
        var readers = new DocumentReaders(Options.Create(new IngestionOptions()));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in CorpusFolder.List(Repository.Path(corpus.Split('/')), CancellationToken.None).Files)
        {
            var document = await readers.ReadFileAsync(file.DocumentId, file.FullPath, CancellationToken.None);
            texts[file.DocumentId] = $"{document.Title}\n{document.Text}";
        }

        return texts;
    }
}
