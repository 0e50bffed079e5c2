using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>What people ask of a folder of notices, reports, tables and talks: the papers of a sailing school.</summary>
public sealed class PlansOverFoldersTests : IAsyncLifetime
{
    private QuotedCorpus _corpus = null!;

    public async Task InitializeAsync() => _corpus = await QuotedCorpus.CreateAsync(
        ("notice-2024.md", "# Harbour notice 2024\n\n- Season: 1 April to 30 September\n- Berth for a night: £14\n- Showers: £1\n- Gate closes at 22:00\n- Dogs: on a lead\n\nJim Oar, harbour master"),
        ("notice-2025.md", "# Harbour notice 2025\n\n- Season: 1 April to 30 September\n- Berth for a night: £16\n- Showers: free\n- Gate closes at 23:00\n- Dogs: on a lead\n\nJim Oar, harbour master"),
        ("incident-2025-06-03.md", "# Incident: mast of the Petrel broken\n\n## Summary\n\nThe mast of the Petrel broke at the spreaders in a gust. Nobody was hurt.\n\n## Cause\n\nA split pin was missing."),
        ("incident-2025-09-20.md", "# Incident: dinghy adrift\n\n## Summary\n\nA dinghy drifted out to sea overnight and was found at the lighthouse.\n\n## Cause\n\nThe painter had been tied with the wrong knot."),
        ("fleet.md", "# Fleet list\n\n| Boat | Built | Grade | Kept at |\n|---|---|---|---|\n| Petrel | 1991 | 2 | north quay |\n| Tern | 2004 | 1 | north quay |\n| Gannet | 2012 | 2 | slip |\n| Skua | 2018 | 3 | slip |"),
        ("watch.md", "# Watch bill, summer\n\n## Who is on watch\n\n| Week of | First | Second | Remarks |\n|---|---|---|---|\n| 1 June | Dora Finch | Sam Pike | |\n| 8 June | Sam Pike | Lil Marsh | gale lamp, flares |\n| 15 June | Dora Finch | Lil Marsh | flares |\n| 22 June | Lil Marsh | Dora Finch | lamp was lost |\n\nThere are eleven lockers. Nobody stands first twice running."),
        ("lockers.md", "# Lockers\n\n| What | Rent | Remarks |\n|---|---|---|\n| Locker, small | £12 | by the door |\n| Shed | £40 | for oars |"),
        ("courses.md", "# Courses\n\nCourse A, Knots for beginners: Dora Finch, boathouse, 12 places\n\nCourse B, Reading the tide: Sam Pike, library, 20 places\n\nCourse C, Mending sails: Lil Marsh, loft, 8 places"),
        ("panel.txt", "PANEL ON ROPES\n\nOn the panel: Dora Finch, rigger and teacher, and Sam Pike, pilot.\n\nDora Finch: I splice everything. My first boat had no winch.\n\nSam Pike: I buy mine ready made.\n\nDora Finch: You would. It costs you ten times as much."),
        ("programme.md", "# Open day\n\n| Time | What | Who |\n|---|---|---|\n| 10:30 | Old ropes, new boats | Dora Finch |\n| 11:15 | The pilot's year | Sam Pike |\n\nDora Finch comes to us from the Culver Institute. There is a barbecue on the quay in the evening. Everybody is welcome to the barbecue."),
        ("talks.md", "# Talks of the open day\n\n## Old ropes, new boats\n\nDora Finch began with a hawser from 1911. She showed how hemp rots from the inside. Three things keep a rope alive: shade, fresh water and use. She warned of knots left in over winter.\n\n## The pilot's year\n\nSam Pike counted his tides. He had brought in 211 ships. The worst day was in March."),
        ("mooring-policy.md", "# Mooring policy\n\n## Who may moor\n\nMembers moor on the north quay. Visitors moor on the slip for two nights.\n\n## Lines\n\nEach boat has two bow lines and two springs. Lines are doubled when a gale is forecast."),
        ("desk.md", "# Desk\n\nPhone (moorings): 01234 555 010\n\nPhone (weather, recorded): 01234 555 011\n\nDredging is asked about at the works hut: 01234 555 099 (works only, not moorings)"),
        ("passes.md", "# Passes for the slipway\n\n| Pass | Valid for | Sold at |\n|---|---|---|\n| Day | 24 hours | the gate |\n| Season | 1 April to 30 September | the desk |\n| Crew | as long as the boat's | the desk |"),
        ("autumn.md", "# Courses of the year\n\n## Autumn course\n\n- Night sailing\n- A second safety boat\n\n## Dates\n\nThe autumn course begins on 12 October and ends on 9 November."));

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Fact]
    public async Task What_changed_between_two_notices_is_the_lines_that_differ()
    {
        var text = await TextOfAsync("What changed between the 2024 and the 2025 notice?");

        Assert.Contains("£14", text, StringComparison.Ordinal);
        Assert.Contains("£16", text, StringComparison.Ordinal);
        Assert.Contains("Gate closes at 23:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dogs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Season", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_that_are_told_apart_by_their_months_are_compared()
    {
        var answer = await _corpus.AskAsync("What is the difference between the June and the September incident?");

        Assert.Equal(["incident-2025-06-03.md", "incident-2025-09-20.md"], answer.Sentences.SelectMany(sentence => sentence.Citations).Select(citation => citation.DocumentId).Distinct());
    }

    [Theory]
    [InlineData("Sum up what went wrong on 20 September 2025", "incident-2025-09-20.md", "lighthouse")]
    [InlineData("Summarise the mooring policy for a newcomer please", "mooring-policy.md", "springs")]
    [InlineData("Summarise the talk by Dora Finch", "talks.md", "hemp")]
    [InlineData("moorings", "mooring-policy.md", "north quay")]
    public async Task A_summary_is_of_the_paper_that_is_meant(string question, string document, string says)
    {
        var answer = await _corpus.AskAsync(question);

        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains(says, StringComparison.Ordinal));
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), citation => Assert.Equal(document, citation.DocumentId));
    }

    [Fact]
    public async Task Rows_have_the_value_that_stands_beside_the_name_of_its_column()
    {
        var text = await TextOfAsync("Which boats are grade 2?");

        Assert.Contains("Petrel", text, StringComparison.Ordinal);
        Assert.Contains("Gannet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tern", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Skua", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Such_rows_are_narrowed_and_counted()
    {
        Assert.Equal("2 rows of \"Fleet list\":", (await _corpus.AskAsync("How many boats are grade 2?")).Lead);
        var text = await TextOfAsync("Which grade 2 boats are kept on the slip?");
        Assert.Contains("Gannet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Petrel", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_are_called_so_with_a_letter_are_all_listed() =>
        Assert.Equal(3, (await _corpus.AskAsync("List the courses")).Sentences.Count(sentence => sentence.Text.StartsWith("Course ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Who is Dora Finch?", "rigger and teacher", "I splice everything")]
    [InlineData("Which institute is Dora Finch from?", "Culver Institute", "hawser")]
    [InlineData("What time does Dora Finch speak?", "10:30", "11:15")]
    [InlineData("phone number for moorings?", "01234 555 010", "01234 555 099")]
    [InlineData("When does the autumn course begin?", "12 October", "Night sailing")]
    public async Task An_answer_has_what_is_asked_for(string question, string says, string saysNot)
    {
        var text = await TextOfAsync(question);

        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.DoesNotContain(saysNot, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is Dora Finch's email address?", "give no e-mail address")]
    [InlineData("How much does the barbecue on the quay cost?", "")]
    public async Task What_is_not_there_is_not_made_up_of_words_about_it(string question, string reason)
    {
        var answer = await _corpus.AskAsync(question);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains(reason, answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is the price of the autumn course?")]
    [InlineData("How many speakers were there in 2019?")]
    public async Task Without_a_price_or_with_a_number_that_is_only_beside_it_an_answer_is_in_doubt(string question) =>
        Assert.NotEqual(AnswerStatus.Answered, (await _corpus.AskAsync(question)).Status);

    [Fact]
    public async Task Two_rows_of_a_table_are_compared_where_it_tells_what_is_asked()
    {
        var text = await TextOfAsync("Compare the Petrel and the Skua: how old are they?");

        Assert.Contains("1991", text, StringComparison.Ordinal);
        Assert.Contains("2018", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_are_two_rows_whose_names_are_ordinary_words()
    {
        var answer = await _corpus.AskAsync("What is the difference between day and season passes?");

        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("24 hours", StringComparison.Ordinal));
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("1 April to 30 September | the desk", StringComparison.Ordinal));
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), citation => Assert.Equal("passes.md", citation.DocumentId));
    }

    [Theory]
    [InlineData("How many weeks is Dora first on watch?", "2 rows", "1 June", "15 June", "22 June")]
    [InlineData("How many weeks in the watch bill have flares?", "2 rows", "8 June", "15 June", "22 June")]
    [InlineData("Which weeks on the watch bill have flares?", null, "8 June", "15 June", "22 June")]
    [InlineData("Which boats are grade 2?", null, "Petrel", "Gannet", "Skua")]
    public async Task Rows_are_picked_by_the_values_of_their_cells(string question, string? lead, string first, string second, string other)
    {
        var answer = await _corpus.AskAsync(question);
        var text = string.Join('\n', answer.Sentences.Select(sentence => sentence.Text));

        Assert.Contains(first, text, StringComparison.Ordinal);
        Assert.Contains(second, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
        Assert.Equal(lead is null, answer.Lead is null);
        Assert.StartsWith(lead ?? "", answer.Lead ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_has_the_word_for_what_is_counted_is_no_count()
    {
        var text = await TextOfAsync("How many lockers are there?");

        Assert.Contains("eleven lockers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Locker, small", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What grade does the Tern have?", "Tern | 2004 | 1")]
    [InlineData("Which grade does the Gannet use?", "Gannet | 2012 | 2")]
    [InlineData("Where is the Skua kept?", "Skua | 2018 | 3 | slip")]
    public async Task A_cell_is_found_by_the_names_of_its_row_and_its_column(string question, string row)
    {
        var answer = await _corpus.AskAsync(question);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal([row], answer.Sentences.Where(sentence => !sentence.Text.StartsWith("Boat |", StringComparison.Ordinal)).Select(sentence => sentence.Text[..row.Length]));
    }

    [Fact]
    public async Task A_column_that_the_table_lacks_is_not_read_off_another()
    {
        var answer = await _corpus.AskAsync("What insurance number does the Tern have?");

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }

    private async Task<string> TextOfAsync(string question) => string.Join('\n', (await _corpus.AskAsync(question)).Sentences.Select(sentence => sentence.Text));
}
