using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>What is put in doubt, or gives way to a better sentence, because it leaves out a part of the question.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private QuotedCorpus _corpus = null!;

    public async Task InitializeAsync() => _corpus = await QuotedCorpus.CreateAsync(
        ("rules.md",
            """
            # Statutes of the Sallow rowing club

            ## Name and seat

            (1) The club is called Sallow Rowing Club and has its seat in Sallowby.
            (2) The club colours are red and grey.

            ## Working hours

            Every full member under 65 does eight hours of work a year for the club. Each hour not worked costs 15 euros.

            ## Stairs

            Old stairs break easily.
            """),
        ("plan.md",
            """
            # Plan of works

            | Year | Work | Building | Cost |
            |---|---|---|---|
            | 2031 | New stove | Barn | £900 |
            | 2032 | New floor | Mill | £400 |
            """),
        ("staff.md",
            """
            # Staff

            ## Present at the meeting

            Present: Mr Sallowby, Mrs Oakes. Mr Sallowby was asked to count the sacks.

            ## Desk

            Gwen Hatherly, desk and accounts

            ## Edwin Sallowby

            Deputy head, urgent faults
            """));

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Fact]
    public async Task A_row_that_has_not_what_is_asked_of_it_is_in_doubt()
    {
        var answer = await _corpus.AskAsync("When did the stove break?");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task A_sentence_with_all_that_is_asked_comes_before_a_list_that_has_a_part_of_it()
    {
        var answer = await _corpus.AskAsync("What are the club colours?");

        Assert.Contains(TextsOf(answer), text => text.Contains("The club colours are red and grey.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_name_beside_a_known_surname_belongs_to_it()
    {
        var answer = await _corpus.AskAsync("Tell me about Edwin Sallowby");

        Assert.Contains("Deputy head, urgent faults", TextsOf(answer));
    }

    private static IEnumerable<string> TextsOf(Answer answer) => answer.Sentences.Select(sentence => sentence.Text);
}
