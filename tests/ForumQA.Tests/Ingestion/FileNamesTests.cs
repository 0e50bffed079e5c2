using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("report.md", "report.md")]
    [InlineData("../../etc/report.md", "report.md")]
    [InlineData("/etc/report.md", "report.md")]
    [InlineData(@"C:\Users\Ada\report.md", "report.md")]
    [InlineData(@"..\..\report.md", "report.md")]
    [InlineData("C:report.md", "report.md")]
    [InlineData("re\0port\n.md", "report.md")]
    [InlineData("re\u202Eport.md", "report.md")]
    [InlineData("...hidden.md", "hidden.md")]
    [InlineData("report.md. .", "report.md")]
    [InlineData("a<b>|\"c?*.md", "abc.md")]
    [InlineData("报告 2020.md", "报告 2020.md")]
    public void Keeps_the_last_part_as_a_plain_name(string name, string expected) => Assert.Equal(expected, FileNames.Sanitize(name));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("folder/")]
    [InlineData("\0")]
    [InlineData("CON.md")]
    [InlineData("lpt1")]
    [InlineData("nul .txt")]
    public void Refuses_what_leaves_no_usable_name(string name) => Assert.Null(FileNames.Sanitize(name));

    [Fact]
    public void Refuses_names_that_file_systems_do_not_take() => Assert.Null(FileNames.Sanitize(new string('水', 100) + ".md"));
}
