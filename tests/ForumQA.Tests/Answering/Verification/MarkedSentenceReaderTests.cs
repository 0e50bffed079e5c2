using ForumQA.Answering.Verification;

namespace ForumQA.Tests.Answering.Verification;

public sealed class MarkedSentenceReaderTests
{
    [Theory]
    [InlineData("Data grow [1]. They flow [2].", "Data grow.|1", "They flow.|2")]
    [InlineData("Data grow. [1] They flow. [2]", "Data grow.|1", "They flow.|2")]
    [InlineData("Data grow.[1]They flow.[2]", "Data grow.|1", "They flow.|2")]
    [InlineData("Data grow [1][3].", "Data grow.|1,3")]
    [InlineData("Data grow [1, 2].", "Data grow.|1,2")]
    [InlineData("Data grow [1; 2] [2].", "Data grow.|1,2")]
    [InlineData("Data grow [1 and 4].", "Data grow.|1,4")]
    [InlineData("Data grow [1-3].", "Data grow.|1,2,3")]
    [InlineData("Data grow [^2].", "Data grow.|2")]
    [InlineData("数据增长【1】。数据流动［2］。", "数据增长。|1", "数据流动。|2")]
    [InlineData("Data grow【1†source】. They flow【4:0†report.pdf】.", "Data grow.|1", "They flow.|4")]
    [InlineData("Data grow [Passage 2]. They flow [source 1, passage 3].", "Data grow.|2", "They flow.|1,3")]
    [InlineData("Xu said “data grow.” [1] Ito agreed.", "Xu said “data grow.”|1", "Ito agreed.|")]
    [InlineData("Xu said “data grow”[1]. Ito agreed.", "Xu said “data grow”.|1", "Ito agreed.|")]
    [InlineData("Data grow.\n[1]\nThey flow.\n[2]", "Data grow.|1", "They flow.|2")]
    [InlineData("Data grow.\n[1] They flow.\n[2]", "Data grow.|1", "They flow.|2")]
    [InlineData("[1] Data grow.\n[2] They flow.", "Data grow.|1", "They flow.|2")]
    [InlineData("According to [1], data grow [2], and flow.", "According to, data grow, and flow.|1,2")]
    [InlineData("Data grow [99].", "Data grow.|99")]
    [InlineData("As of [2020] data “grow [sic]” [x].", "As of [2020] data “grow [sic]” [x].|")]
    [InlineData("An open bracket [1, 2 is text. They flow [", "An open bracket [1, 2 is text.|", "They flow [|")]
    [InlineData("Data grow ([1]). They flow (see [2]).", "Data grow.|1", "They flow (see).|2")]
    [InlineData("It opened (1) in Tokyo.", "It opened (1) in Tokyo.|")]
    public void Finds_sentences_and_their_markers(string answer, params string[] expected) => AssertSentences(answer, expected);

    [Theory]
    [InlineData("- data grow [1]\n- they flow [2]\n", "data grow|1", "they flow|2")]
    [InlineData("* **Data** grow. [1]\n* They `flow`. [2]", "Data grow.|1", "They flow.|2")]
    [InlineData("1. China grows [1].\n2) Japan trades [2].", "China grows.|1", "Japan trades.|2")]
    [InlineData("- [1] Data grow.\n- [2] They flow.", "Data grow.|1", "They flow.|2")]
    [InlineData("3. Oktober 1990 [1].\n", "3. Oktober 1990.|1")]
    [InlineData("1. China grows [1].\n2. Japan trades [2].\n3. Both talk [1].", "China grows.|1", "Japan trades.|2", "Both talk.|1")]
    [InlineData("**Data grow.** [1] *They* flow _well_ in snake_case, 2 * 3. [2]", "Data grow.|1", "They flow well in snake_case, 2 * 3.|2")]
    [InlineData("> Data grow [1].\n> They flow.", "Data grow.|1", "They flow.|")]
    [InlineData("| Data | grow [1] |\n|---|---|\n| they | flow [2] |", "Data grow|1", "they flow|2")]
    [InlineData("Data grow [1].\n\n---\n\nThey flow [2].", "Data grow.|1", "They flow.|2")]
    [InlineData("```\nData grow [1].\n```", "Data grow.|1")]
    public void Strips_Markdown(string answer, params string[] expected) => AssertSentences(answer, expected);

    [Theory]
    [InlineData("# Trade and data\nData grow [1].", "Data grow.|1")]
    [InlineData("## Trade\n\ndata grow [1].", "data grow.|1")]
    [InlineData("## Trade\n\n- Data grow.\n- They flow.\n", "Data grow.|", "They flow.|")]
    [InlineData("## Trade? And data.\nData grow.\n", "Data grow.|")]
    [InlineData("**Trade**\n\nData grow [1].", "Data grow.|1")]
    [InlineData("Answer:\n[1] Data grow.", "Data grow.|1")]
    [InlineData("**Answer:** Data grow [1].", "Data grow.|1")]
    [InlineData("The passages say the following:\n- data grow [1]", "data grow|1")]
    [InlineData("Data grow [1].\n\n**Sources:**\n[1] Passage 1\n[2] Passage 2", "Data grow.|1")]
    [InlineData("**Liu Song** [1]", "Liu Song|1")]
    [InlineData("**Liu Song**", "Liu Song|")]
    public void Leaves_out_lines_that_claim_nothing(string answer, params string[] expected) => AssertSentences(answer, expected);

    [Theory]
    [InlineData("<think>Passage 1 says so. NOT_IN_DOCUMENTS?</think>\nData grow [1].", "Data grow.|1")]
    [InlineData("\n <THINK>So.\n</THINK>Data grow [1].", "Data grow.|1")]
    [InlineData("<thinking>So. 1 < 2 </thinking>Data grow [1].", "Data grow.|1")]
    [InlineData("<think>It never ends. Data grow [1].")]
    [InlineData("</think>Data < 5 grow [1].", "Data < 5 grow.|1")]
    public void Never_shows_what_a_model_thinks_aloud(string answer, params string[] expected)
    {
        AssertSentences(answer, expected);
        Assert.DoesNotContain("So.", Read(answer).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("think", Read(answer).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("NOT_IN_DOCUMENTS")]
    [InlineData("  \"NOT_IN_DOCUMENTS.\"")]
    [InlineData("**not_in_documents**")]
    [InlineData("NOT\\_IN\\_DOCUMENTS")]
    [InlineData("NOT IN DOCUMENTS. The passages speak of trade only.")]
    [InlineData("`NOT_IN_DOCUMENTS`: the passages speak of trade only [1].")]
    [InlineData("<think>Hm.</think>\n\nNOT_IN_DOCUMENTS")]
    public void Recognises_that_nothing_was_found_before_a_word_of_it_is_shown(string answer)
    {
        var read = Read(answer);

        Assert.True(read.Reader.SaysNotInDocuments);
        Assert.Equal(("", 0), (read.Text, read.Sentences.Count));
    }

    [Theory]
    [InlineData("Data grow [1]. NOT_IN_DOCUMENTS for the rest.", true)]
    [InlineData("Data grow [1].\n\nNOT_IN_DOCUMENTS", true)]
    [InlineData("Data grow [1]. Not in documents, but in laws [2].", false)]
    [InlineData("Data grow [1]. KNOT_IN_DOCUMENTS is a name.", false)]
    public void Keeps_what_was_said_before_nothing_was_found(string answer, bool saysSo)
    {
        var read = Read(answer);

        Assert.Equal(saysSo, read.Reader.SaysNotInDocuments);
        Assert.Equal("Data grow.", read.Sentences[0].Text);
        Assert.Equal(saysSo ? 1 : 2, read.Sentences.Count);
    }

    [Fact]
    public void Hands_out_a_repeated_sentence_once_and_calls_the_third_a_loop()
    {
        var twice = Read("Data grow [1]. They flow well today [2]. Data grow [1]. They flow well today [3].");
        var thrice = Read("Data grow fast [1]. Data grow fast [1]. Data grow fast. Never reached.");

        Assert.Equal(["Data grow.", "They flow well today.", "Data grow."], twice.Sentences.Select(s => s.Text));
        Assert.False(twice.Reader.IsLooping);
        Assert.Equal("Data grow fast.", Assert.Single(thrice.Sentences).Text);
        Assert.True(thrice.Reader.IsLooping);
    }

    [Fact]
    public void Calls_a_period_of_sentences_a_loop()
    {
        var read = Read(string.Concat(Enumerable.Repeat("Data grow fast. They flow well. It is so. ", 10)));

        Assert.True(read.Reader.IsLooping);
        Assert.Equal(3, read.Sentences.Count);
    }

    [Theory]
    [InlineData("data ")]
    [InlineData("x")]
    [InlineData("a.")]
    [InlineData("\n")]
    [InlineData("---\n")]
    [InlineData("*")]
    [InlineData("[1]")]
    public void Calls_a_sentence_without_an_end_a_loop(string unit)
    {
        var read = Read(string.Concat(Enumerable.Repeat(unit, 10_000)));

        Assert.True(read.Reader.IsLooping);
        Assert.Empty(read.Sentences);
    }

    [Fact]
    public void Shows_text_before_its_sentence_ends()
    {
        var reader = new MarkedSentenceReader();

        Assert.Equal([new WrittenText("Data gr")], reader.Append("Data gr"));
        Assert.Equal([new WrittenText("ow ")], reader.Append("ow [1"));
        Assert.Equal([new WrittenText("[1]")], reader.Append("]."));
        Assert.Empty(reader.Append(" Th"));
        Assert.Empty(reader.Append("ey "));
        var pieces = reader.Append("flow well");
        Assert.Equal(3, pieces.Count);
        Assert.Equal(new WrittenText("."), pieces[0]);
        Assert.Equal("Data grow.", Assert.IsType<MarkedSentence>(pieces[1]).Text);
        Assert.Equal(new WrittenText(" They flow well"), pieces[2]);
        Assert.Equal("They flow well", Assert.IsType<MarkedSentence>(Assert.Single(reader.Complete())).Text);
    }

    internal static (string Text, IReadOnlyList<MarkedSentence> Sentences, MarkedSentenceReader Reader, IReadOnlyList<AnswerPiece> Pieces) Read(params string[] chunks)
    {
        var reader = new MarkedSentenceReader();
        var pieces = chunks.SelectMany(reader.Append).ToList();
        pieces.AddRange(reader.Complete());
        return (string.Concat(pieces.OfType<WrittenText>().Select(piece => piece.Text)), [.. pieces.OfType<MarkedSentence>()], reader, pieces);
    }

    private static void AssertSentences(string answer, string[] expected)
    {
        var whole = Read(answer);
        var cut = Read([.. answer.Select(c => c.ToString())]);

        Assert.Equal(expected, whole.Sentences.Select(Print));
        Assert.Equal(expected, cut.Sentences.Select(Print));
        Assert.Equal(whole.Text, cut.Text);
        static string Print(MarkedSentence sentence) => $"{sentence.Text}|{string.Join(',', sentence.Markers)}";
    }
}
