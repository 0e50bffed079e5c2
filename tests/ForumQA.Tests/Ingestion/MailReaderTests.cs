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

    [Theory]
    [InlineData("gb18030", "利民：码头周日关闭。", "码头的费用", "base64")]
    [InlineData("iso-2022-jp", "港は日曜日に閉まります。", "港の料金", "7bit")]
    [InlineData("windows-1252", "Der Hafen ist sonntags geschlossen – 9 € je Nacht, „früh“.", "Gebühren für Köln", "quoted-printable")]
    [InlineData("utf-8", "Порт закрыт. 港は閉まります。", "Плата", "8bit")]
    public async Task Every_charset_and_encoding_is_read_in_the_text_and_in_the_headers(string charset, string text, string subject, string transfer)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var name = $"=?{charset}?B?{Convert.ToBase64String(encoding.GetBytes(subject))}?=";
        var body = transfer switch
        {
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(encoding.GetBytes(text), Base64FormattingOptions.InsertLineBreaks)),
            "quoted-printable" => Encoding.ASCII.GetBytes(string.Join("=\r\n", Convert.ToHexString(encoding.GetBytes(text)).Chunk(2).Select(digits => $"={digits[0]}{digits[1]}"))),
            _ => encoding.GetBytes(text),
        };
        var head = $"From: {name} <a@example.org>\r\nSubject: {name}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n";

        var document = await Reading.ReadAsync("a.eml", [.. Encoding.ASCII.GetBytes(head), .. body]);

        Assert.Equal(subject, document.Title);
        Assert.Contains(subject, document.Metadata["author"], StringComparison.Ordinal);
        Assert.EndsWith(text, document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_alternatives_the_plain_text_is_read_once_and_a_name_in_pieces_is_whole()
    {
        var document = await Reading.ReadAsync("a.eml", """
            From: =?utf-8?Q?Rosa_?= =?utf-8?Q?Kl=C3=A9in?= <rosa@example.org>
            Subject: =?iso-8859-1?Q?Geb=FChren?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=us-ascii

            Fees are due on Friday.
            --a
            Content-Type: text/html

            <p>Fees are due on <b>Friday</b>.</p>
            --a--
            --m
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''Geb%C3%BChren.pdf
            Content-Transfer-Encoding: base64

            JVBERi0=
            --m--
            """.ReplaceLineEndings("\r\n"));

        Assert.Equal("Gebühren", document.Title);
        Assert.Contains("Rosa Kléin", document.Metadata["author"], StringComparison.Ordinal);
        Assert.Contains("Gebühren.pdf", document.Text, StringComparison.Ordinal);
        Assert.Equal(document.Text.IndexOf("Friday", StringComparison.Ordinal), document.Text.LastIndexOf("Friday", StringComparison.Ordinal));
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
