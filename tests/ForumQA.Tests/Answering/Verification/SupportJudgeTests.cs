using ForumQA.Answering;

namespace ForumQA.Tests.Answering.Verification;

public sealed class SupportJudgeTests
{
    private const string Trade = "On 3 October 2020, Liu Song of Alibaba told Kenji Ito that exports to Japan rose by 5 percent to 1.5 billion dollars.";

    [Theory]
    [InlineData("Exports to Japan rose by 5% to $1,500 million, Liu Song told Kenji Ito in October 2020.", Trade)]
    [InlineData("Liu told Ito on Oct. 3, 2020 that Japanese exports rose five percent.", Trade)]
    [InlineData("Kenji Ito was told by Liu Song that exports to Japan rose by 5 percent.", Trade)]
    [InlineData("The Association of Southeast Asian Nations signed the trade pact.", "ASEAN signed the trade pact.")]
    [InlineData("ASEAN signed the trade pact.", "The Association of Southeast Asian Nations signed the trade pact in Hanoi.")]
    [InlineData("The twentieth forum took place in Tokyo in 2024.", "The 20th forum took place in Tokyo in 2024.")]
    [InlineData("About 1.5 million people use the service.", "The service is used by 1,483,000 people.")]
    [InlineData("Additionally, one source states that the harbour of Lindale was opened in 1921.", "The harbour of Lindale was opened in 1921.")]
    [InlineData("According to the documents, the harbour of Lindale was opened in 1921, while other passages mention that the bridge was rebuilt in 1930.", "The harbour of Lindale was opened in 1921. The bridge was rebuilt in 1930.")]
    [InlineData("Liu Song said that data must be shared.", "Liu Song opened the session. He said that data must be shared.")]
    [InlineData("China does not share the data.", "China never shares the data with others.")]
    [InlineData("2020 stieg der Handel um 1.500 Tonnen.", "Der Handel stieg 2020 um 1500 Tonnen.")]
    [InlineData("数字经济增长了15%。", "2020年数字经济增长了15%。")]
    [InlineData("Экспорт вырос на 5 процентов в 2020 году.", "В 2020 году экспорт вырос на 5%.")]
    public void Accepts_the_same_in_other_words(string sentence, string quotation) =>
        Assert.Equal(Support.Supported, SupportJudge.Judge(sentence, [quotation]));

    [Theory]
    [InlineData("Exports to Japan rose by 6 percent, Liu Song told Kenji Ito.", Trade)]
    [InlineData("Exports to Japan rose by 5 percent to 1.5 million dollars.", Trade)]
    [InlineData("Exports to Japan rose by 5 percent to 1.5 billion yuan.", Trade)]
    [InlineData("Exports to Japan rose by 5 dollars to 1.5 billion dollars.", Trade)]
    [InlineData("On 3 October 2021, Liu Song told Kenji Ito that exports to Japan rose by 5 percent.", Trade)]
    [InlineData("On 4 October 2020, Liu Song told Kenji Ito that exports to Japan rose by 5 percent.", Trade)]
    [InlineData("On 3 November 2020, Liu Song told Kenji Ito that exports to Japan rose by 5 percent.", Trade)]
    [InlineData("On 3 October 2020, Gao Bo told Kenji Ito that exports to Japan rose by 5 percent.", Trade)]
    [InlineData("On 3 October 2020, Kenji Ito told Liu Song that exports to Japan rose by 5 percent.", Trade)]
    [InlineData("Liu Song of Alibaba told Kenji Ito that exports to Korea rose by 5 percent.", Trade)]
    [InlineData("Liu Song told Kenji Ito that exports to Japan did not rise by 5 percent.", Trade)]
    [InlineData("Liu Song told Kenji Ito that exports to Japan fell by 5 percent.", Trade)]
    [InlineData("Liu Song told Kenji Ito that imports from Japan rose by 5 percent.", Trade)]
    [InlineData("Liu Song told Kenji Ito that all exports to Japan rose by 5 percent.", Trade)]
    [InlineData("Liu Song told Kenji Ito that only exports to Japan rose by 5 percent.", Trade)]
    [InlineData("The plan is unsafe for workers.", "The plan is safe for workers.")]
    [InlineData("The plan covers steel and the trade of services.", "The plan covers data and the trade of services.")]
    [InlineData("The council met in stone session from January 20 to March 19.", "The council met in the old hall of Lindale, in regular session from January 5, and in special session from January 20 to March 19.")]
    [InlineData("A parent may be asked by one song to pay, when both of the parents agree.", "A parent may be asked by one parent to pay, when both of the parents agree.")]
    [InlineData("Some sources state that the harbour of Lindale was closed in 1921.", "The harbour of Lindale was opened in 1921.")]
    [InlineData("Farmers stressed that data must be shared.", "Experts stressed that data must be shared.")]
    [InlineData("They beat Aston Villa 2–1 in the fifth round.", "They finished second and beat Aston Villa 5–1 in the fifth round.")]
    [InlineData("The novel is by Patrick O'Earth and set during the Napoleonic Wars.", "The novel by Patrick O'Brian is set during the Napoleonic Wars.")]
    [InlineData("data must be shared", "No expert said that data must be shared.")]
    [InlineData("Data must be shared.", "Xu Li denied that data must be shared.")]
    [InlineData("", "Data must be shared.")]
    [InlineData("قال ليو سونغ إن التجارة نمت بنسبة 5 في المئة.", "قال غاو بو إن التجارة نمت بنسبة 5 في المئة.")]
    [InlineData("The plan covers data.", "The plan does not cover data.")]
    [InlineData("The town can do without a harbour.", "The town cannot do without a harbour.")]
    [InlineData("The town cannot do without a harbour.", "The town can do without a harbour.")]
    [InlineData("About 30 people use the harbour.", "The harbour is used by 25 people.")]
    [InlineData("The use of drones is illegal in Japan.", "The use of drones is legal in Japan.")]
    [InlineData("Trade grew 3 percent in China and 5 percent in Japan.", "Trade grew 5 percent in China and 3 percent in Japan.")]
    [InlineData("Gao Bo stressed that data must be shared.", "Xu Li stressed that data must be shared. Gao Bo thanked the hosts.")]
    [InlineData("Gao Bo stressed that data must be shared.", "Gao Bo thanked the hosts. Xu Li stressed that data must be shared.")]
    [InlineData("Revenue grew by 5 percent in 2020.", "Revenue grew by 5 percent in 2019. In 2020 it grew by 7 percent.")]
    [InlineData("数字经济没有增长15%。", "2020年数字经济增长15%。")]
    [InlineData("2020年数字经济增长了16%。", "2020年数字经济增长了15%。")]
    [InlineData("Im Jahr 2021 stieg der Handel um 5 Prozent.", "Im Jahr 2020 stieg der Handel um 5 Prozent.")]
    [InlineData("Der Handel stieg nicht um 5 Prozent.", "Der Handel stieg um 5 Prozent.")]
    [InlineData("Экспорт не вырос на 5 процентов.", "Экспорт вырос на 5 процентов.")]
    public void Never_accepts_a_planted_error(string sentence, string quotation) =>
        Assert.NotEqual(Support.Supported, SupportJudge.Judge(sentence, [quotation]));

    [Theory]
    [InlineData("Made in China 2025 was born of Germany's Industry 4.0, Gao Bo writes.")]
    [InlineData("Data centres should use green power, said Junichi Hasegawa.")]
    public void Finds_no_part_of_a_claim_in_a_passage_that_shares_a_word_of_it(string passage) =>
        Assert.Equal(Support.Unsupported, SupportJudge.Judge("The moon is made of green cheese.", [passage]));

    [Fact]
    public void Does_not_let_one_quotation_lend_its_name_to_another()
    {
        string[] quotations = ["Xu Li stressed that data must be shared.", "Gao Bo thanked the hosts."];

        Assert.NotEqual(Support.Supported, SupportJudge.Judge("Gao Bo stressed that data must be shared.", quotations));
    }

    [Fact]
    public void Lets_each_clause_rest_on_a_quotation_of_its_own()
    {
        string[] quotations = ["Exports of China grew by 5 percent in 2020.", "The trade of Japan fell sharply in 2021."];
        const string sentence = "Exports of China grew by 5 percent in 2020, while the trade of Japan fell sharply in 2021.";

        Assert.Equal(Support.Supported, SupportJudge.Judge(sentence, quotations));
        Assert.NotEqual(Support.Supported, SupportJudge.Judge(sentence, quotations[..1]));
    }

    [Fact]
    public void Judges_a_sentence_without_words_and_one_without_end_quickly()
    {
        var endless = string.Concat(Enumerable.Repeat("数", 10_000));

        Assert.Equal(Support.Unsupported, SupportJudge.Judge("…", ["Data grow."]));
        Assert.Equal(Support.Unsupported, SupportJudge.Judge(new string('x', 10_000), ["Data grow."]));
        Assert.Equal(Support.Unsupported, SupportJudge.Judge(endless, ["Data grow."]));
        Assert.Equal(Support.Unsupported, SupportJudge.Judge("Data grow.", [endless, string.Concat(Enumerable.Repeat("1 ", 5_000))]));
    }
}
