namespace ForumQA.Tests.Ingestion;

public class PlainTextReaderTests
{
    [Fact]
    public async Task Parts_paragraphs_by_an_empty_line_however_they_were_parted()
    {
        var document = await Reading.ReadAsync("a.txt", "A title\r\nOne sentence stands here.\r\n\r\n\r\n\r\nAnother one stands there.\r\n");

        Assert.Equal("A title\n\nOne sentence stands here.\n\nAnother one stands there.", document.Text);
    }

    [Fact]
    public async Task Joins_lines_that_were_wrapped()
    {
        const string wrapped =
            """
            The towns of the western harbour met on Monday to talk
            about the catch of the year and how to share it with
            the islands. They agreed on Tuesday.

            - The first item of the list is long enough to be
              wrapped as well.
            - The second is short.
            """;

        var document = await Reading.ReadAsync("a.txt", wrapped);

        Assert.Equal(
            "The towns of the western harbour met on Monday to talk about the catch of the year and how to share it with the islands. They agreed on Tuesday.\n\n"
            + "- The first item of the list is long enough to be wrapped as well.\n- The second is short.",
            document.Text);
    }

    [Fact]
    public async Task Finds_headings_that_stand_before_running_text()
    {
        var document = await Reading.ReadAsync("a.txt", "The harbour\n\nFish is sold here every day.\n\nWhy do the towns meet?\n\nThey meet to share their data.\n\nred\n\nSold out");

        Assert.Equal([(1, "The harbour"), (2, "Why do the towns meet?")], document.Headings.Select(h => (h.Level, h.Title)));
        Assert.All(document.Headings, h => Assert.Equal(h.Title, document.Text[h.Start..h.End]));
    }

    [Fact]
    public async Task Takes_verses_for_text_and_not_for_headings()
    {
        var document = await Reading.ReadAsync("a.txt", "The fish\n\nThe sea\n\nThe boat\n\nThe net\n\nAll of them went home that night.");

        Assert.Empty(document.Headings);
    }

    [Theory]
    [InlineData("a.txt", "Fish and data\n\nThe towns met on Monday.", "Fish and data")]
    [InlineData("harbour_report-2024.txt", "The towns met on Monday. They left on Tuesday.", "Harbour report 2024")]
    [InlineData("v1.2 notes.txt", "The towns met on Monday.", "V1.2 notes")]
    [InlineData("0001_9f8e7d6c5b4a.txt", "The towns met on Monday. They left on Tuesday.", "The towns met on Monday")]
    [InlineData("0001.txt", "Anna Lund, mayor of the northern harbour towns and speaker of the association of all fish markets, and head of the office for catch reports", "Anna Lund, mayor of the northern harbour towns and speaker of the association of all fish markets")]
    [InlineData("论坛.txt", "专家们在论坛上讨论了数字经济的合作。", "论坛")]
    public async Task Finds_a_title(string fileName, string text, string title) =>
        Assert.Equal(title, (await Reading.ReadAsync(fileName, text)).Title);

    [Fact]
    public async Task Reads_a_manual_page_by_its_indentation()
    {
        const string page =
            """
            FERRY(1)              Harbour Tools              FERRY(1)

            NAME
                   ferry - call a boat

            OPTIONS
                   -b, --bell
                          Ring the bell until somebody
                          answers.

                          It stops after a minute.

                   -q     Say nothing.

            EXAMPLES
                   Call a boat at night:

                       ferry --bell north
            """;

        var document = await Reading.ReadAsync("ferry.txt", page);

        Assert.Equal(["FERRY(1) Harbour Tools FERRY(1)", "NAME", "OPTIONS", "EXAMPLES"], document.Headings.Select(heading => heading.Title));
        Assert.Contains("-b, --bell: Ring the bell until somebody answers. It stops after a minute.\n-q: Say nothing.", document.Text, StringComparison.Ordinal);
        Assert.EndsWith("Call a boat at night:\nferry --bell north", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_letter_with_indented_lines_as_prose()
    {
        var document = await Reading.ReadAsync("a.txt", "Dear all,\n\n    The boat leaves at nine.\n\nWe meet at the quay.\n\n    Bring a coat.\n\nAnna");

        Assert.Contains("The boat leaves at nine.", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(": The boat", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_together_what_stands_together_under_its_name()
    {
        var document = await Reading.ReadAsync("a.txt", "STAFF\n\nCaretaker\nAnn Lee\nPhone: 12\n\nDriver\nBob Ray\nPhone: 13\n");

        Assert.Equal("STAFF\n\nCaretaker\n\nAnn Lee\nPhone: 12\n\nDriver\n\nBob Ray\nPhone: 13", document.Text);
        Assert.Equal(["STAFF", "Caretaker", "Driver"], document.Headings.Select(heading => heading.Title));
    }

    [Fact]
    public async Task Takes_no_line_of_a_list_for_the_name_of_the_others()
    {
        var document = await Reading.ReadAsync("a.txt", "CALENDAR\n\n15 Jan  Seeds\n8 Mar  Work day\n\nBring your own spade.\n");

        Assert.Equal("CALENDAR\n\n15 Jan Seeds\n8 Mar Work day\n\nBring your own spade.", document.Text);
        Assert.Equal(["CALENDAR"], document.Headings.Select(heading => heading.Title));
    }

    [Fact]
    public async Task Numbered_lines_over_indented_ones_are_headings()
    {
        var document = await Reading.ReadAsync("a.txt", "RULES\n\n1. Card\n   Adults pay 12.\n2. Loans\n   Books: 15 at once.\n   Films: 4 at once.\n");

        Assert.Equal("RULES\n\n1. Card\n\nAdults pay 12.\n\n2. Loans\n\nBooks: 15 at once.\nFilms: 4 at once.", document.Text);
        Assert.Equal(["RULES", "1. Card", "2. Loans"], document.Headings.Select(heading => heading.Title));
    }

    [Fact]
    public async Task Dots_that_lead_to_the_other_end_of_a_line_are_a_colon() =>
        Assert.Equal("Committee\n\nChair: Ann Lee\nTreasurer: Bob Ray", (await Reading.ReadAsync("a.txt", "Committee\n\nChair ....... Ann Lee\nTreasurer ... Bob Ray\n".Replace("... Bob", ".... Bob", StringComparison.Ordinal))).Text);

    [Fact]
    public async Task Joins_a_sentence_that_was_broken_beside_lines_that_were_not()
    {
        var text = (await Reading.ReadAsync("a.txt", "Our history\n\nThe mill was built in 1958 by Ann Lee, who ground mainly\nrye and oats.\n\nIt burned down in 1987, and the owner of that time, whose name nobody remembers, built it up again with her own hands.\n")).Text;

        Assert.Contains("who ground mainly rye and oats.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labelled_lines_stay_lines_where_other_paragraphs_are_wrapped()
    {
        var text = (await Reading.ReadAsync("a.txt", "The towns of the western harbour met on Monday to talk\nabout the catch of the year and how to share it with\nthe islands. They agreed on Tuesday.\n\nClass: eight\nBuilt: 2012\n")).Text;

        Assert.Equal("The towns of the western harbour met on Monday to talk about the catch of the year and how to share it with the islands. They agreed on Tuesday.\n\nClass: eight\nBuilt: 2012", text);
    }
}
