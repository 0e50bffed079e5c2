using ForumQA.Benchmarks.Answers;

namespace ForumQA.Tests.Learning;

/// <summary>The material that models learn to read from is what its README says.</summary>
public sealed class ReadingDocumentTests
{
    private const string Sheet = """
        == price list
        # Tools
        ## Hire
        1 The shed is open on Mondays.
        2 - Ladder, 12 euros a day
        3 Item | Deposit
        4 Saw | 30
        ? 2 | how much is the ladder
        ? 4,3 | deposit for the saw?
        ? - | who built the shed

        == note
        # Keys
        1 The key hangs by the door.
        ? 1 | where is the key
        """;

    [Fact]
    public void Documents_become_Markdown_and_questions_know_their_lines()
    {
        var documents = Read(Sheet);

        Assert.Equal("# Tools\n\n\n\n## Hire\n\nThe shed is open on Mondays.\n\n- Ladder, 12 euros a day\n\n| Item | Deposit |\n| --- | --- |\n| Saw | 30 |\n", documents[0].Text);
        Assert.Equal(["how much is the ladder", "deposit for the saw?", "who built the shed"], documents[0].Questions.Select(question => question.Text));
        Assert.Equal([[1], [3, 2], []], documents[0].Questions.Select(question => question.Answers));
        Assert.Equal("Ladder, 12 euros a day", documents[0].Lines[1]);
        Assert.Equal("The key hangs by the door.", Assert.Single(documents[1].Lines));
    }

    [Theory]
    [InlineData("1 Before.", "line 1, stands before")]
    [InlineData("== a\n# T\n2 Two.", "line 3, is neither")]
    [InlineData("== a\n# T\n1 One.\n? 2 | what", "line 4, names a line that is not there")]
    [InlineData("== a\n# T\n1 One.\n? 0 | what", "line 4, names a line that is not there")]
    [InlineData("== a\n# T\n1 One.\n? 1 | what\n2 Two.", "line 5, is neither")]
    public void A_line_that_is_not_as_it_should_be_is_named(string text, string error) =>
        Assert.Contains(error, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void All_of_the_material_can_be_read_and_has_lines_that_stand_in_their_document()
    {
        var documents = Directory.GetFiles(Repository.Path("tests", "ForumQA.Benchmarks", "Reading"), "*.txt").SelectMany(ReadingDocument.ReadAll).ToList();

        Assert.True(documents.Count >= 480);
        Assert.All(documents, document =>
        {
            Assert.All(document.Lines, line => Assert.Contains(line, document.Text, StringComparison.Ordinal));
            Assert.Contains(document.Questions, question => question.Answers.Count > 0);
            Assert.Contains(document.Questions, question => question.Answers.Count == 0);
        });
    }

    private static List<ReadingDocument> Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return [.. ReadingDocument.ReadAll(path)];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
