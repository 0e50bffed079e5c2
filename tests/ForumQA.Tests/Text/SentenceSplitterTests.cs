using ForumQA.Text;

namespace ForumQA.Tests.Text;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("He came.| She left!| Did they?| They did.")]
    [InlineData("Nothing ends here")]
    [InlineData("The share is 15.5 percent.| It was 3.14 in 2020.| In 2021 it rose.")]
    [InlineData("In 2019,. the AI market grew.| It doubled.")]
    [InlineData("They raised the score.|The next year was better.")]
    [InlineData("China has made full use of it during COVID-19 .| Suzuki agreed.")]
    [InlineData("It grew with the internet economy.| online trade grew too, approx. twofold.")]
    [InlineData("Use obj.Method and list.Count of System.Text on www.Example.com or a.b.c here.")]
    [InlineData("See https://example.com/a?B=1.html for more.| It is free.")]
    public void Ends_sentences_at_terminal_marks_only(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("Dr. Smith met Mr. Ito.| He left.")]
    [InlineData("Prof. J. R. Smith spoke.| J. A. Fox did not.")]
    [InlineData("The U.S. President spoke.| He visited the U.S. The trip was short.", "The U.S. President spoke.| He visited the U.S.| The trip was short.")]
    [InlineData("Xu of Huawei Technologies Co., Ltd., stressed it.| Shi of iFLYTEK Co.Ltd. said so.")]
    [InlineData("It was bought by Toshiba Co., Ltd.| The price is secret.")]
    [InlineData("It was bought by Toshiba Co. Japan agreed.")]
    [InlineData("See No. 5 and vol. 3, pp. 4–6.| No.| That is all.")]
    [InlineData("Fruit, e.g. Fuji apples, sells.| So does tea, i.e. Uji tea.")]
    [InlineData("It opened on Dec. 3 in St. Petersburg.| Prices fell.")]
    [InlineData("It closed at 5 p.m. The crowd left.", "It closed at 5 p.m.| The crowd left.")]
    [InlineData("Apples, pears, etc. are sold.| They sell tea, coffee, etc.| China buys them.")]
    [InlineData("He holds a Ph.D. from Duke.| She does not.")]
    [InlineData("Yahoo! Japan grew.| Wow!| Japan grew.")]
    public void Keeps_abbreviations_and_initials_together(string marked, string? expected = null) => AssertSplit(expected ?? marked);

    [Theory]
    [InlineData("1. China's population is huge.| 2. It is online.| IV. The rest.")]
    [InlineData("There are reasons: 1. China is large; 2. China is young.| 3. It grows.| 4. It trades.")]
    [InlineData("It ended in 2020.| The next began in 2021.")]
    [InlineData("(1) One thing.| (2) Another.")]
    public void Keeps_the_number_of_an_item_with_its_item(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("He said: 'It works.'| Then he left.")]
    [InlineData("“It is good.”| Xu agreed.| “It is,” he said.")]
    [InlineData("\"Is it good?\" he asked.| \"It is.\"| She nodded.")]
    [InlineData("Xu said “AI for good.”| He also mentioned data.")]
    [InlineData("He left (so they say).| (They may err.)| We know.")]
    [InlineData("Er sagte: „Das ist gut.“| Dann ging er.")]
    [InlineData("Il dit : « C'est la fin. »| Puis il partit.")]
    [InlineData("He stopped.\"The next one spoke.", "He stopped.\"|The next one spoke.")]
    [InlineData("The economy grew.[12]| Trade fell.[3]")]
    public void Keeps_closing_quotation_marks_with_their_sentence(string marked, string? expected = null) => AssertSplit(expected ?? marked);

    [Theory]
    [InlineData("Well... it depends.| It does…| We saw.")]
    [InlineData("What?!| Never.")]
    [InlineData("It was sold. . . and bought.")]
    public void Ends_at_an_ellipsis_only_before_a_capital(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("论坛在北京举行。|专家讨论了合作。|他说：“数据很重要。”|大家同意。")]
    [InlineData("彼は「行く。」と言った。|次に進む。|本当？|はい！")]
    [InlineData("『始まり。』|終わり。")]
    [InlineData("هل هذا صحيح؟| نعم.| شكرا.")]
    [InlineData("यह सच है।| हाँ।")]
    [InlineData("Das Forum fand am 3. Oktober statt.| Das 16. Forum war in Tokio.| Es gab z.B. Reden von Dr. Ito.")]
    [InlineData("Это было в 2019 г.| Он уехал.| Москва растёт.")]
    public void Knows_the_marks_of_other_languages(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("A New Direction: Open cooperation\n|Just as a sport moves on.")]
    [InlineData("A heading\n\n|goes on in lower case")]
    [InlineData("A line that was wrapped\nin the middle.| Another.")]
    [InlineData("China | 15\n|Japan | 5")]
    [InlineData("Members:\n|- china\n|- japan")]
    [InlineData("***\n\n|Text.")]
    public void Ends_a_sentence_where_a_line_or_paragraph_ends(string marked) => AssertSplit(marked);

    [Fact]
    public void Splits_only_the_range_that_was_asked_for()
    {
        const string text = "One is here. Two is here. Three is here.";

        var sentences = SentenceSplitter.Split(text, 13, 30);

        Assert.Equal([new TextSpan(13, 25), new TextSpan(26, 30)], sentences);
    }

    private static void AssertSplit(string marked)
    {
        // "a | b" of tables keeps its bar: only a bar without a blank before it is a mark.
        var bar = marked.Replace(" | ", "\u0001", StringComparison.Ordinal);
        var text = bar.Replace("|", string.Empty, StringComparison.Ordinal).Replace("\u0001", " | ", StringComparison.Ordinal);
        var expected = bar.Split('|').Select(s => s.Replace("\u0001", " | ", StringComparison.Ordinal).Trim());

        var actual = SentenceSplitter.Split(text).Select(s => s.Of(text).ToString());

        Assert.Equal(expected, actual);
    }
}
