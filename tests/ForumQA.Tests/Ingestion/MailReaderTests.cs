using System.Text;
using ForumQA.Benchmarks.Fuzzing;

namespace ForumQA.Tests.Ingestion;

public class MailReaderTests
{
    [Fact]
    public async Task Says_who_wrote_what_to_whom_and_when()
    {
        var document = await Reading.ReadAsync("a.eml", OfficeTargets.Message);

        Assert.Equal(
            """
            The harbour

            From: "Ada Quill" <ada@example.org>
            To: "Tom Bírch" <tom@example.org>
            Date: Mon, 4 May 2026 10:00:00 +0200
            Attached: docks.csv

            The harbour is 9 m deep. It opened in 1921.
            """,
            document.Text);
        Assert.Equal(("The harbour", "docks.csv"), (document.Title, document.Metadata["attached"]));
    }

    [Fact]
    public async Task Reads_the_page_of_a_message_that_has_no_plain_text()
    {
        var document = await Reading.ReadAsync("a.eml", "From: a@example.org\r\nSubject: Fees\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Fees are due.</p><table><tr><th>Dock</th><th>Fee</th></tr><tr><td>North</td><td>9</td></tr></table>");

        Assert.EndsWith("Fees are due.\n\nDock | Fee\nNorth | 9", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_in_messages_without_end_are_read_or_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 20_000));

        var error = await Record.ExceptionAsync(() => Reading.ReadAsync("a.eml", $"Subject: Deep\r\n{deep}Text."));

        Assert.True(error is null or ForumQAException, error?.ToString());
    }

    [Fact]
    public async Task What_is_no_message_is_refused_with_what_to_do()
    {
        var error = await Reading.FailureAsync("a.eml", Encoding.UTF8.GetBytes("Just a note.\n"));

        Assert.Equal("mail-invalid", error.Code);
        Assert.Contains("'a.eml'", error.Message, StringComparison.Ordinal);
    }
}
