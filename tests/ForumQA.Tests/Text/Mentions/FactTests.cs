using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Text.Mentions;

/// <summary>Dates, quantities, definitions and enumerations.</summary>
public sealed class FactTests
{
    [Theory]
    [InlineData("It was on October 25 and 26.", "October 25 and 26", "october 25 and 26")]
    [InlineData("It was on December 1st, 2020.", "December 1st, 2020", "2020-12-01")]
    [InlineData("It was on 4 May 1921.", "4 May 1921", "1921-05-04")]
    [InlineData("Es war am 3. März 2024.", "3. März 2024", "2024-03-03")]
    [InlineData("Fue el 5 de marzo de 2023.", "5 de marzo de 2023", "2023-03-05")]
    [InlineData("It was on 2024-03-09.", "2024-03-09", "2024-03-09")]
    [InlineData("It was in October 2018.", "October 2018", "2018-10")]
    [InlineData("It was in 2020.", "2020", "2020")]
    [InlineData("Sales rose in Q3 2023.", "Q3 2023", "q3 2023")]
    [InlineData("在2020年12月1日举行。", "2020年12月1日", "20 02 年 12 月 1 日")]
    public async Task Reads_dates_and_gives_one_key_to_one_day(string text, string name, string key)
    {
        var date = Assert.Single(await ReadNames.OfAsync(MentionKind.Date, text));

        Assert.Equal(name, date.Name);
        if (char.IsAscii(key[^1]))
        {
            Assert.Equal(key, date.Key);
        }
    }

    [Theory]
    [InlineData("It came to 2000 people, version 1.2.3, part 1999.5.")]
    [InlineData("You may march on, said May.")]
    public async Task Takes_no_other_number_for_a_date(string text) => Assert.Empty(await ReadNames.OfAsync(MentionKind.Date, text));

    [Theory]
    [InlineData("It made up 15% of global GDP.", "15% of global GDP")]
    [InlineData("Within 30 minutes.", "30 minutes")]
    [InlineData("The fee is 40 EUR.", "40 EUR")]
    [InlineData("It cost $2.5 million.", "$2.5 million")]
    [InlineData("There were twelve experts.", "twelve experts")]
    [InlineData("Emissions were 7 percent lower.", "7 percent")]
    [InlineData("In the 1990s chapter 7 was written.", "")]
    public async Task Reads_quantities_with_their_units(string text, string quantities) =>
        Assert.Equal(quantities.Split('|', StringSplitOptions.RemoveEmptyEntries), (await ReadNames.OfAsync(MentionKind.Quantity, text)).Select(name => name.Name));

    [Theory]
    [InlineData("A sprint is a period of two weeks.", "sprint: a period of two weeks")]
    [InlineData("- **Accrual**: the days that you earn each month.\n- Other", "Accrual: the days that you earn each month")]
    [InlineData("RCEP stands for a large partnership.", "RCEP: a large partnership")]
    [InlineData("Carry-over – days moved into the next year.", "Carry-over: days moved into the next year")]
    [InlineData("| Term | Meaning |\n|---|---|\n| Quorum | ten members with a vote |", "Quorum: ten members with a vote")]
    [InlineData("Ein Sprint ist eine Frist von zwei Wochen.", "Sprint: eine Frist von zwei Wochen")]
    public async Task Reads_what_something_is(string text, string definition) =>
        Assert.Equal([definition], await ReadNames.WithDetailsAsync(MentionKind.Definition, text));

    [Theory]
    [InlineData("This is a test. There is a way. It is the best.")]
    [InlineData("Once the economy is the mainstream, it grows.")]
    [InlineData("Present: A. Müller, B. Chen and several other people")]
    public async Task Takes_no_other_sentence_for_a_definition(string text) => Assert.Empty(await ReadNames.OfAsync(MentionKind.Definition, text));

    [Theory]
    [InlineData(
        "Gao Bo gives two reasons for it. The first reason that he gives is the size. It is huge. The second reason is the structure.",
        "two reasons for it (2): the size | the structure")]
    [InlineData("To publish a page, do this. First, open the editor. Second, press Save. Finally, tell us.", "To publish a page, do this (3): open the editor | press Save | tell us")]
    [InlineData("The policy has three rules:\n\n- Ask.\n- Enter the days.\n- Tell the team.", "The policy has three rules (3): Ask. | Enter the days. | Tell the team.")]
    [InlineData("## Agenda\n\n1. Welcome\n2. Budget", "Agenda (2): Welcome | Budget")]
    [InlineData("As examples he named care for the old, the climate, and combining old energy with new.", "As examples he named (3): care for the old | the climate | combining old energy with new")]
    [InlineData("Zones, among them Hefei, Hangzhou and Shenyang, have plans.", "Zones (3): Hefei | Hangzhou | Shenyang")]
    [InlineData("Products such as music and games are liked.", "Products (2): music | games")]
    [InlineData("There are two ways to go: by bus, by train, and on foot.", "There are two ways to go (3): by bus | by train | on foot")]
    public async Task Follows_an_enumeration_through_its_items(string text, string items) => Assert.Equal(items, await ReadNames.ItemsAsync(text));

    [Fact]
    public async Task Follows_the_enumerations_of_the_seeds()
    {
        var text = await File.ReadAllTextAsync(Repository.Path("seeds", "gao-bo-new-economy-china-japan-cooperation.md"));

        Assert.Equal(
            "five reasons why the business model of China's digital economy leads the world trend (5): China's huge population, which is the most important source of data for the digital economy | "
            + "the special social structure of China | a difference between platform enterprises | mass innovation and entrepreneurship, which the government of China encourages and which changed "
            + "the habits of thinking of a generation | the ability of China's system to mobilize resources",
            await ReadNames.ItemsAsync(text));
    }

    [Fact]
    public async Task Tells_two_enumerations_of_one_name_apart()
    {
        var lists = await ReadNames.OfAsync(MentionKind.Enumeration, "## A\n\nRules:\n\n- one\n- two\n\n## B\n\nRules:\n\n- three\n- four");

        Assert.Equal(["rules", "rules (2)"], lists.Select(list => list.Key));
    }
}
