using System.Text;
using ForumQA.Ingestion;

namespace ForumQA.Tests.Ingestion;

public class TextDecoderTests
{
    private const string Japanese = "第20回東京・北京フォーラムは東京で開かれました。データについて話しました。";
    private const string Chinese = "第十七届北京-东京论坛在北京和东京举行，专家们讨论了数字经济的合作。";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public void Reads_Unicode_with_or_without_a_mark(string name, bool mark)
    {
        const string text = "Zürich – 東京 – “quoted”";
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        Assert.Equal(text, Decode(bytes));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Recognises_UTF16_without_a_mark(string name) =>
        Assert.Equal("The forum was held in Tokyo.", Decode(Encoding.GetEncoding(name).GetBytes("The forum was held in Tokyo.")));

    [Theory]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("windows-1252", "Das Ergebnis für Zürich – “café” naïve, 5 €, façade, señor, Ærø")]
    public void Recognises_encodings_from_before_Unicode(string name, string text) =>
        Assert.Equal(text, Decode(Encoding.GetEncoding(name).GetBytes(text)));

    [Fact]
    public void Trusts_a_declared_encoding_that_is_not_refuted() =>
        Assert.Equal("Форум", Decode(Encoding.GetEncoding("windows-1251").GetBytes("Форум"), "windows-1251"));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("no-such-encoding")]
    public void Valid_UTF8_refutes_what_the_file_declares(string declared) => Assert.Equal("Zürich", Decode("Zürich"u8.ToArray(), declared));

    [Fact]
    public void Refuses_binary_data()
    {
        var error = Assert.Throws<ForumQAException>(() => Decode([0x89, 0x50, 0, 0, 0, 13, 0xff, 7, 0, 0]));

        Assert.Equal("not-text", error.Code);
        Assert.Contains("'a.txt'", error.Message, StringComparison.Ordinal);
    }

    private static string Decode(byte[] bytes, string? declared = null) => TextDecoder.Decode(new SourceFile("a.txt", bytes), declared);
}
