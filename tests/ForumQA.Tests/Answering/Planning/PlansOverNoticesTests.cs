using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Questions to what people pin to a board: lists of staff, notices, tables, rules of two years. No line of an answer need have a word of the question.</summary>
public sealed class PlansOverNoticesTests(NoticesFixture pool) : IClassFixture<NoticesFixture>
{
    [Fact]
    public async Task All_that_stands_under_the_heading_that_names_what_is_asked()
    {
        Assert.Equal(["Steam room", "Slide: until 4 May"], await LinesAsync("What is shut during the repairs?"));
        Assert.Equal(["The bus calls at:", "Snowdon: 1st of April", "Thirlmere: 9th of May"], await LinesAsync("where does the swim bus go"));
    }

    [Fact]
    public async Task Of_a_section_the_items_that_have_what_narrows_it() =>
        Assert.Equal(["Sat 3, main pool: gala"], await LinesAsync("List the events in the main pool in June"));

    [Theory]
    [InlineData("Who is the head lifeguard?", "Olwen Pryce")]
    [InlineData("phone number of the head lifeguard?", "Phone: 0555 010 111")]
    [InlineData("what is Tom Vale's e-mail address", "Email: tom@pool.example")]
    [InlineData("who is the treasurer now?", "Treasurer: Ada Quill")]
    public async Task Of_an_entry_the_line_that_is_asked_for(string question, string line) => Assert.Contains(await LinesAsync(question), text => text.Contains(line, StringComparison.Ordinal));

    [Fact]
    public async Task An_entry_that_lacks_what_others_have_is_said_to_lack_it()
    {
        var answer = await pool.Corpus.AskAsync("what is the email address of Olwen Pryce?");

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("give no e-mail address there", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_that_have_it_where_others_have_not() =>
        Assert.Equal(["Lane | Holder | Use", "2 | free | training", "5 | free | lessons"], await LinesAsync("Which lanes are free?"));

    [Fact]
    public async Task The_row_with_a_number_or_that_there_is_none()
    {
        Assert.Equal(["Lane | Holder | Use", "4 | Seals | racing"], await LinesAsync("tell me about lane 4"));

        var answer = await pool.Corpus.AskAsync("Who holds lane 8?");
        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("has no row for lane 8", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_columns_side_by_side_and_only_the_rows_that_differ()
    {
        var answer = await pool.Corpus.AskAsync("What has become dearer from 2031 to 2032?");

        Assert.Equal(QuestionKind.Comparison, answer.Kind);
        Assert.Equal("2 of 3 rows differ:", answer.Lead);
        Assert.Equal(["What | 2031 | 2032", "Adult swim | £4 | £5", "Locker | £1 | £2"], answer.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task Rules_of_two_years_side_by_side_from_the_section_that_is_named()
    {
        var answer = await pool.Corpus.AskAsync("What changed in the bathing hours between the 2031 and the 2032 rules?");

        Assert.Equal(QuestionKind.Comparison, answer.Kind);
        Assert.Equal(["Two hours a visit.", "Three hours a visit."], answer.Sentences.Select(sentence => sentence.Text));
        Assert.StartsWith("2031", answer.Sentences[0].Group, StringComparison.Ordinal);
        Assert.StartsWith("2032", answer.Sentences[1].Group, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_without_years_from_every_number_that_is_told()
    {
        var lines = await LinesAsync("How has the price of a swim badge changed?");

        Assert.Contains("The price of a swim badge is £3.", lines);
        Assert.Contains("The price of a swim badge goes up to £6.", lines);
    }

    [Fact]
    public async Task A_sentence_beside_the_best_one_that_has_the_measure() =>
        Assert.Equal(["Ropes part the lanes of the pool. Width: 25 mm."], await LinesAsync("how wide do the ropes have to be"));

    [Fact]
    public async Task A_fact_of_another_heading_is_not_given_for_the_one_that_is_asked_about()
    {
        var answer = await pool.Corpus.AskAsync("How many visits did Riverside have in 2031?");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task A_summary_stands_under_the_headings_of_its_document()
    {
        var answer = await pool.Corpus.AskAsync("summary of the repairs notice");

        Assert.Equal(QuestionKind.Summary, answer.Kind);
        Assert.Contains("What is shut", answer.Sentences.Select(sentence => sentence.Group));
        Assert.Contains("Noise", answer.Sentences.Select(sentence => sentence.Group));
    }

    [Theory]
    [InlineData("when do I pay the deposit", "The deposit is paid on the first visit.")]
    [InlineData("Who teaches the seals?", "The seals were taught by Tom Vale in 2030.")]
    public async Task A_verb_is_known_in_its_irregular_forms(string question, string line) => Assert.Contains(await LinesAsync(question), text => text.Contains(line, StringComparison.Ordinal));

    [Fact]
    public async Task Several_requests_are_answered_each_by_itself_with_citations_numbered_through()
    {
        var answer = await pool.Corpus.AskAsync("Who is the head lifeguard and who is the secretary?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal(["Who is the head lifeguard?", "Who is the secretary?"], answer.Sentences.Select(sentence => sentence.Group).Distinct());
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Contains("Olwen Pryce", answer.Sentences.Select(sentence => sentence.Text));
        Assert.Contains("Secretary: Ben Roe", answer.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task Of_several_requests_the_one_that_fails_is_named()
    {
        var answer = await pool.Corpus.AskAsync("Who is the secretary and who won the Eurovision contest?");

        Assert.Equal(AnswerStatus.Partial, answer.Status);
        Assert.StartsWith("Who won the Eurovision contest?", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_goes_on_from_the_last_of_several_requests() =>
        Assert.Contains(
            "Email: tom@pool.example",
            (await pool.Corpus.AskAsync("Who is the secretary and who is Tom Vale?", "what is his email?")).Sentences.Select(sentence => sentence.Text));

    [Theory]
    [InlineData("Who spoke against it?", "Spoke against: Bram Oke, since the old ones are sound.")]
    [InlineData("how many were in favour?", "In favour 5, against 1.")]
    public async Task A_follow_up_is_answered_from_where_the_last_answer_stands(string question, string line)
    {
        var answer = await pool.Corpus.AskAsync("What was decided about new diving boards?", question);

        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_that_are_compared_the_entry_of_each()
    {
        var answer = await pool.Corpus.AskAsync("Which is older, Grebe or Curlew?");

        Assert.Equal(QuestionKind.Comparison, answer.Kind);
        Assert.Contains("Built: 2018", answer.Sentences.Where(sentence => sentence.Group == "Grebe").Select(sentence => sentence.Text));
        Assert.Contains("Built: 2005", answer.Sentences.Where(sentence => sentence.Group == "Curlew").Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task The_entries_that_have_a_line_stand_under_their_names()
    {
        var answer = await pool.Corpus.AskAsync("Which boats may juniors row?");

        Assert.Equal(["Curlew", "Puffin"], answer.Sentences.Select(sentence => sentence.Group));
    }

    [Fact]
    public async Task Whether_something_is_allowed_from_the_sentence_that_allows_or_forbids() =>
        Assert.Contains("Guests of members are not allowed before noon on Saturdays.", string.Join(' ', await LinesAsync("May I bring a guest on Saturday?")), StringComparison.Ordinal);

    [Fact]
    public async Task A_question_over_its_answer_is_answered_by_what_stands_under_it_and_never_quoted()
    {
        Assert.Equal(["Of course.", "Two visits are free, whatever you choose to do."], await LinesAsync("can one try the pool before joining"));
    }

    [Fact]
    public async Task A_line_has_what_stands_over_it()
    {
        var answer = await pool.Corpus.AskAsync("How many hours is parking by car free?");

        Assert.Equal("Parking is free for two hours.", Assert.Single(answer.Sentences).Text);
    }

    [Theory]
    [InlineData("Who is that?", "Olwen Pryce")]
    [InlineData("is she a lifeguard?", "Olwen Pryce")]
    public async Task Somebody_who_was_asked_for_is_meant_from_then_on(string question, string name) =>
        Assert.Contains(name, (await pool.Corpus.AskAsync("Who locks the main gate?", question)).StandaloneQuestion, StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> LinesAsync(string question) => [.. (await pool.Corpus.AskAsync(question)).Sentences.Select(sentence => sentence.Text)];
}
