using ForumQA.Answering;
using ForumQA.Cli.Answers;
using ForumQA.Cli.Terminals;
using ForumQA.Retrieval;

namespace ForumQA.Tests.Cli;

public sealed class AnswerPrinterTests : IDisposable
{
    private const string Question = "Who opened the harbour?";

    private static readonly AnswerSentence Opened = Sentence("Ada Quill opened the harbour.", Support.Supported, 1);
    private static readonly AnswerSentence Docks = Sentence("It has three docks [one dry].", Support.Supported, 1, 2);

    private readonly StringWriter _written = new();

    [Fact]
    public async Task Each_sentence_stands_with_its_numbers_above_the_sources()
    {
        await PrintAsync(Answered(AnswerStatus.Answered, null, Opened, Docks));

        Assert.Equal(
            """
            Ada Quill opened the harbour. [1] It has three docks [one dry]. [1][2]

            [1] The harbour › Opening, page 3
                “quotation 1”
            [2] The harbour › Opening, page 3
                “quotation 2”

            """,
            _written.ToString());
    }

    [Fact]
    public async Task A_sentence_is_on_the_screen_before_the_next_one_is_there()
    {
        async IAsyncEnumerable<AnswerUpdate> Updates()
        {
            yield return new EvidenceFound(Question, []);
            yield return new SentenceVerified(0, Opened);
            Assert.Equal("Ada Quill opened the harbour. [1]", _written.ToString());
            await Task.Yield();
            yield return new AnswerCompleted(Answered(AnswerStatus.Answered, null, Opened));
        }

        await new AnswerPrinter(new PlainScreen(_written)).PrintAsync(Question, Updates(), CancellationToken.None);
    }

    [Fact]
    public async Task Text_that_is_not_verified_is_never_shown()
    {
        await PrintAsync(Answered(AnswerStatus.Answered, null, Opened), new TextDelta("An invention."));

        Assert.DoesNotContain("invention", _written.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The harbour", "[1] The harbour\n")]
    [InlineData("The harbour › Opening", "[1] The harbour › Opening\n")]
    [InlineData("The harbours › Opening", "[1] The harbour › The harbours › Opening\n")]
    [InlineData(null, "[1] The harbour\n")]
    public async Task A_heading_that_repeats_the_title_is_shown_once(string? heading, string expected)
    {
        var citation = Opened.Citations[0] with { Heading = heading, Page = null };

        await PrintAsync(Answered(AnswerStatus.Answered, null, Opened with { Citations = [citation] }));

        Assert.Contains($"\n{expected}", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weak_support_is_said_in_words()
    {
        await PrintAsync(Answered(
            AnswerStatus.Answered, null, Sentence("One.", Support.Partial, 1), Sentence("Two.", Support.Unsupported)));

        Assert.StartsWith("One. [1] (supported in part) Two. (not supported)\n", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partial_answer_says_so_with_the_reason()
    {
        var doubt = new Abstention { Reason = "The year is missing.", Score = 0.5, Threshold = 0.4 };

        await PrintAsync(Answered(AnswerStatus.Partial, doubt, Opened));

        Assert.Contains("\nThis may not answer the question, or not all of it. The year is missing.\n", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_is_found_the_reason_the_words_and_the_nearest_passages_are_shown()
    {
        var abstention = new Abstention
        {
            Reason = "No passage speaks of it.",
            Score = 0.1,
            Threshold = 0.4,
            UnmatchedTerms = ["zeppelin", "moored"],
            Nearest = [.. Enumerable.Range(1, 5).Select(Near)],
        };

        await PrintAsync(Answered(AnswerStatus.NotFound, abstention));

        Assert.Equal(
            """
            Not in these documents.
            No passage speaks of it.
            Found nowhere: zeppelin, moored

            What comes nearest:
             1. The harbour
                Passage 1.
             2. The harbour
                Passage 2.
             3. The harbour
                Passage 3.

            """,
            _written.ToString());
    }

    [Fact]
    public async Task Words_that_the_reason_names_are_not_listed_again()
    {
        var abstention = new Abstention { Reason = "Not in any document: zeppelin.", Score = 0.1, Threshold = 0.4, UnmatchedTerms = ["zeppelin"] };

        await PrintAsync(Answered(AnswerStatus.NotFound, abstention));

        Assert.Equal("Not in these documents.\nNot in any document: zeppelin.\n", _written.ToString());
    }

    [Fact]
    public async Task A_follow_up_shows_the_question_that_was_searched_for()
    {
        await PrintAsync(Answered(AnswerStatus.Answered, null, Opened), new EvidenceFound("Who opened the harbour of Lindale?", []));

        Assert.StartsWith("Searching for: Who opened the harbour of Lindale?\n", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_that_come_only_with_the_whole_answer_are_shown_once()
    {
        await PrintAsync(Answered(AnswerStatus.Answered, null, Opened, Docks), new SentenceVerified(0, Opened));

        Assert.Equal(2, _written.ToString().Split("Ada Quill opened the harbour.").Length);
        Assert.Contains("three docks", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_the_answer_begins_anew_and_says_why()
    {
        var note = new AnswerNote("model-unavailable", "The language model failed.");

        await PrintAsync(
            Answered(AnswerStatus.Answered, null, Opened) with { Notes = [note] },
            new SentenceVerified(0, Docks),
            new AnswerRestarted(note),
            new SentenceVerified(0, Opened));

        Assert.StartsWith(
            "It has three docks [one dry]. [1][2]\nAda Quill opened the harbour. [1]\n\nThe language model failed.\n", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_an_answer_is_told()
    {
        await PrintAsync(Answered(AnswerStatus.Answered, null, Opened) with { Model = "model-1" });

        Assert.EndsWith("\nWritten by the language model model-1; every sentence was checked against the documents.\n", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_talk_is_a_text_without_sources_or_a_box_that_says_not_found()
    {
        const string Lead = "I have 2 documents:\n- The harbour\n- The bakery";
        var answer = Answered(AnswerStatus.Conversation, null) with { Lead = Lead };

        await PrintAsync(answer, new EvidenceFound(Question, []), new LeadWritten(Lead));

        Assert.Equal(Lead + "\n", _written.ToString());
    }

    [Fact]
    public async Task A_lead_stands_above_and_each_group_has_its_heading()
    {
        var answer = Answered(AnswerStatus.Answered, null, Opened with { Group = "The harbour" }, Docks with { Group = "The harbour" }, Opened with { Group = "The bakery" }) with { Lead = "3 statements:" };

        await PrintAsync(answer);

        Assert.StartsWith(
            """
            3 statements:

            The harbour
            - Ada Quill opened the harbour. [1]
            - It has three docks [one dry]. [1][2]

            The bakery
            - Ada Quill opened the harbour. [1]

            [1]
            """,
            _written.ToString(),
            StringComparison.Ordinal);
    }

    public void Dispose() => _written.Dispose();

    private static AnswerSentence Sentence(string text, Support support, params int[] citations) => new(
        text,
        [.. citations.Select(number => new Citation
        {
            Number = number,
            DocumentId = "harbour.md",
            DocumentTitle = "The harbour",
            DocumentUri = "harbour.md",
            PassageId = "p",
            Quotation = $"quotation {number}",
            Start = 0,
            End = 11,
            Heading = "Opening",
            Page = 3,
        })],
        support);

    private static Evidence Near(int number) => new()
    {
        Passage = new Passage
        {
            Id = $"p{number}",
            DocumentId = "harbour.md",
            Ordinal = number,
            Start = 0,
            End = 10,
            Text = $"Passage {number}.",
        },
        DocumentTitle = "The harbour",
        DocumentUri = "harbour.md",
        Score = 1,
    };

    private static Answer Answered(AnswerStatus status, Abstention? abstention, params AnswerSentence[] sentences) =>
        new() { Question = Question, Status = status, Abstention = abstention, Sentences = sentences };

    private async Task PrintAsync(Answer answer, params AnswerUpdate[] before) =>
        await new AnswerPrinter(new PlainScreen(_written)).PrintAsync(
            Question, before.Append(new AnswerCompleted(answer)).ToAsyncEnumerable(), CancellationToken.None);
}
