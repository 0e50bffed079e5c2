using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Documents that are called by their kind, with a date, a writer or a subject.</summary>
public sealed class DescribedDocumentsTests
{
    private static readonly (string, string)[] Papers =
    [
        ("minutes-2025-11-12.txt", "ELMWOOD TRUST\n\nMinutes of the meeting of trustees held on 12 November 2025.\n\nThe roof is to be mended in June. The price of the ticket goes up to seven pounds. The next meeting is on 18 February 2026."),
        ("minutes-2026-02-18.txt", "ELMWOOD TRUST\n\nMinutes of the meeting of trustees held on 18 February 2026.\n\nThe grant was turned down. A new trustee was welcomed. The floor is to be waxed in September."),
        ("letter-charges.txt", "From the Treasurer, Colm Bray\n\nDear members,\n\nthe monthly charge goes up in April. The reserve is too small. This is my last letter."),
        ("letter-mice.txt", "From the caretaker, Ida Moor\n\nDear members,\n\nthere are mice in the cellar. Please leave no food there. Traps stand behind the boiler."),
        ("loan-agreement.md", "# Loan agreement\n\nOne ship's bell is lent until September 2026. It is insured for 900 pounds. It may not be rung."),
    ];

    private static readonly (string, string)[] Dated =
    [
        ("minutes-2026-05-06.txt", "TANNERY WALK\n\nMinutes of 6 May 2026.\n\nThe compressor is to be replaced. The fish tank goes. The late opening moves to Tuesday. Gwen will tell the staff."),
        ("minutes-2026-06-09.txt", "TANNERY WALK\n\nMinutes of 9 June 2026.\n\nThe chair was mended. A bench is wished for. The price of a key goes up to four pounds."),
        ("newsletter-2026-06-01.txt", "Newsletter of June\n\nThe garden is open. A meeting is planned for the ninth. Bring your own cup to every meeting."),
        ("incident-report-2026-03-19.md", "# Empty rounds\n\nAbout 2,300 workers found an empty round. No data was lost. The new batching ran twice."),
        ("season-log-2025.txt", "Season log 2025\n\n12 June Opened. 25 July The spring is down to eleven litres a minute. 21 August A storm took the footbridge. 28 September Closed."),
        ("house-rules.md", "# House rules\n\nBoots stay downstairs. Lights go out at ten. Dogs sleep in the shed."),
    ];

    [Theory]
    [InlineData("Can you sum up the February meeting of the trustees?", "minutes-2026-02-18.txt")]
    [InlineData("Summarise the meeting in November", "minutes-2025-11-12.txt")]
    [InlineData("Please summarise the treasurer's letter to the members", "letter-charges.txt")]
    [InlineData("Give me the gist of the caretaker's letter", "letter-mice.txt")]
    [InlineData("Give me the gist of the agreement about the ship's bell", "loan-agreement.md")]
    public async Task Are_summed_up_by_themselves(string question, string document)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Papers);
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), citation => Assert.Equal(document, citation.DocumentId));
    }

    [Fact]
    public async Task Of_no_such_month_are_not_made_up()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Papers);
        var answer = await corpus.AskAsync("Summarise the meeting in July");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }

    [Theory]
    [InlineData("Sum up what was decided in May", "minutes-2026-05-06.txt")]
    [InlineData("short version of the may meeting pls", "minutes-2026-05-06.txt")]
    [InlineData("catch me up on the june meeting", "minutes-2026-06-09.txt")]
    [InlineData("Give me the gist of the march outage", "incident-report-2026-03-19.md")]
    [InlineData("What went on in the 2025 season, roughly?", "season-log-2025.txt")]
    public async Task Are_summed_up_by_their_month_or_as_what_comes_nearest(string question, string document)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Dated);
        var answer = await corpus.AskAsync(question);

        Assert.Equal(QuestionKind.Summary, answer.Kind);
        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), citation => Assert.Equal(document, citation.DocumentId));
    }

    [Theory]
    [InlineData("What went on in the 2025 season, roughly?", "Season log 2025")]
    [InlineData("Give me the gist of the march outage", "Empty rounds")]
    public async Task Not_called_so_are_summed_up_in_doubt(string question, string title)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Dated);
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerStatus.Partial, answer.Status);
        Assert.Contains(title, answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Summarise how one may carry an outboard")]
    [InlineData("Sum up the theory of gravity")]
    [InlineData("Give me the gist of the Treaty of Westphalia")]
    public async Task Of_something_else_are_not_summed_up(string question)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Dated);
        var answer = await corpus.AskAsync(question);

        Assert.False(answer is { Kind: QuestionKind.Summary, Sentences.Count: > 0 });
    }

    [Theory]
    [InlineData("Which paper has the correspondence about the boiler?", "letter-mice.txt")]
    [InlineData("Where can I read about the pact on the bell?", "loan-agreement.md")]
    public async Task That_come_nearest_are_named_in_doubt(string question, string document)
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Papers);
        var answer = await corpus.AskAsync(question);

        Assert.Equal((QuestionKind.Documents, AnswerStatus.Partial), (answer.Kind, answer.Status));
        Assert.Equal(document, answer.Sentences[0].Citations[0].DocumentId);
    }

    [Fact]
    public async Task That_hardly_speak_of_it_are_not_named()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(Papers);

        Assert.NotEqual(QuestionKind.Documents, (await corpus.AskAsync("Which document explains quantum chromodynamics of gluons?")).Kind);
    }

    [Fact]
    public async Task A_line_that_introduces_a_list_is_quoted_with_its_items()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(
            ("survey.md", "# Survey of members\n\nOf 96 forms 71 came back.\n\n## What members wish for\n\nEach person could name three things. The five named most often:\n\n1. A workshop with tools\n2. Spaces for bicycles\n3. A lift\n4. Solar panels\n5. A guest room\n\n## What now\n\nThe committee met in June."),
            Papers[0]);
        var answer = await corpus.AskAsync("What are the five things members wish for most?");

        var text = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        Assert.Contains("A workshop with tools", text, StringComparison.Ordinal);
        Assert.Contains("A guest room", text, StringComparison.Ordinal);
        Assert.DoesNotContain("committee", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_found_in_one_statement_says_that_there_may_be_more()
    {
        await using var corpus = await QuotedCorpus.CreateAsync(
            ("flood.md", "# The flood\n\nThe bridge lost two arches. Four people drowned. Seventeen houses were never built again."),
            Papers[4]);
        var answer = await corpus.AskAsync("List everything the bridge lost");

        Assert.Equal(AnswerStatus.Partial, answer.Status);
        Assert.Contains("there may be more", answer.Abstention!.Reason, StringComparison.Ordinal);
        Assert.Contains("Seventeen houses", Assert.Single(answer.Sentences).Text, StringComparison.Ordinal);
    }
}
