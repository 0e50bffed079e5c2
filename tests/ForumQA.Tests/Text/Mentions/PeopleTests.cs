using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Text.Mentions;

public sealed class PeopleTests
{
    [Theory]
    [InlineData("Dana Ortiz, vice president of Acme, spoke.", "Dana Ortiz: vice president of Acme")]
    [InlineData("Dana Ortiz, Acme's chief technology officer, spoke.", "Dana Ortiz: Acme's chief technology officer")]
    [InlineData("Dana Ortiz is a professor at Lindale University.", "Dana Ortiz: professor at Lindale University")]
    [InlineData("Dana Ortiz, who is the director of Acme, left.", "Dana Ortiz: director of Acme")]
    [InlineData("On Monday Foreign Minister Wang Yi sent a message.", "Wang Yi: Foreign Minister")]
    [InlineData("Leaders think highly of Jack Ma (Ma Yun).", "Jack Ma")]
    [InlineData("Gao Bo of Duke University said so.", "Gao Bo")]
    [InlineData("It is safe, said the head of security Ken Adams.", "Ken Adams: head of security")]
    [InlineData("Dr. Ito agreed.", "Ito")]
    [InlineData("Angela Merkel (Chancellor of Germany) came.", "Angela Merkel: Chancellor of Germany")]
    [InlineData("Contact: Dana Ortiz, HR", "Dana Ortiz: HR")]
    [InlineData("Present: A. Müller, B. Chen (minutes)", "A. Müller|B. Chen: minutes")]
    [InlineData("Present: Ann van der Meer, Carlos de la Cruz (minutes)", "Ann van der Meer|Carlos de la Cruz: minutes")]
    [InlineData("Bundeskanzlerin Angela Merkel sagte wenig.", "Angela Merkel: Bundeskanzlerin")]
    [InlineData("The oven was built by Rosa Klein in 1888.", "Rosa Klein")]
    [InlineData("Carmen Vega, directora de Acme, dijo poco.", "Carmen Vega: directora de Acme")]
    public async Task Knows_a_person_by_what_stands_beside_the_name(string text, string people) =>
        Assert.Equal(people.Split('|'), await ReadNames.WithDetailsAsync(MentionKind.Person, text));

    [Theory]
    [InlineData("The Rolling Stones said nothing.")]
    [InlineData("Bank of England officials were silent.")]
    [InlineData("Tencent Cloud, a leader in its field, grew.")]
    [InlineData("The Internet of Things grew, and New York Times reporters said so.")]
    [InlineData("Global Data Security Initiative was put forward by China.")]
    [InlineData("Vice President of the House. Member States agreed. Academic Ranking was high.")]
    [InlineData("Norman French was spoken. The United States said no.")]
    public async Task Takes_nothing_else_for_a_person(string text) => Assert.Empty(await ReadNames.OfAsync(MentionKind.Person, text));

    [Fact]
    public async Task Knows_whose_surname_stands_alone()
    {
        var person = Assert.Single(await ReadNames.OfAsync(MentionKind.Person, "Taro Shimada, Senior VP of Toshiba, came. Shimada spoke. \"Yes\", said Shimada."));

        Assert.Equal(("Taro Shimada", 3), (person.Name, person.Places.Count));
        Assert.Equal(["Shimada"], person.Aliases);
    }

    [Fact]
    public async Task Gives_a_surname_that_two_share_to_neither()
    {
        var people = await ReadNames.OfAsync(MentionKind.Person, "Ann Smith, a doctor, came. Bob Smith, a lawyer, came too. Smith spoke.");

        Assert.Equal([("Ann Smith", 1), ("Bob Smith", 1)], people.Select(person => (person.Name, person.Places.Count)));
    }

    [Fact]
    public async Task Knows_the_author_of_the_front_matter() =>
        Assert.Equal(["Zork Blimp"], await ReadNames.WithDetailsAsync(MentionKind.Person, "---\nauthor: Zork Blimp\n---\n\nThis is the report that Zork Blimp made."));

    [Fact]
    public async Task Knows_nationality_only_where_the_text_says_it() =>
        Assert.Equal(["Xi Jinping: Chinese President", "Jia Jingdun: director of Acme"], await ReadNames.WithDetailsAsync(
            MentionKind.Person, "Chinese President Xi Jinping spoke. Jia Jingdun, director of Acme, spoke."));

    [Theory]
    [InlineData("Toshiba Co., Ltd. grew. Later Toshiba shrank, said Dana Ortiz of Toshiba.", "Toshiba")]
    [InlineData("The World Health Organization (WHO) met. WHO agreed.", "World Health Organization")]
    [InlineData("It is part of the Ministry of Science and Technology.", "Ministry of Science and Technology")]
    [InlineData("Oxford University and Cambridge University won.", "Oxford University|Cambridge University")]
    [InlineData("The Bank of Japan and the Eiken Foundation of Japan agreed.", "Bank of Japan|Eiken Foundation")]
    public async Task Knows_an_organization_under_all_its_forms_by_one_name(string text, string organizations) =>
        Assert.Equal(organizations.Split('|'), (await ReadNames.OfAsync(MentionKind.Organization, text)).Select(name => name.Name));

    [Fact]
    public async Task Counts_an_organization_where_it_stands_itself_only() =>
        Assert.Single(Assert.Single(await ReadNames.OfAsync(MentionKind.Organization, "Dana Ortiz of Acme spoke. The Acme Yard is a place.")).Places);

    [Theory]
    [InlineData("They met at the 17th Beijing-Tokyo Forum.", "17th Beijing-Tokyo Forum")]
    [InlineData("Minutes of the annual general meeting 2023.", "annual general meeting 2023")]
    [InlineData("The Tokyo Olympics were late.", "Tokyo Olympics")]
    [InlineData("A forum is a place to talk.", "")]
    public async Task Knows_events(string text, string events) =>
        Assert.Equal(events.Split('|', StringSplitOptions.RemoveEmptyEntries), (await ReadNames.OfAsync(MentionKind.Event, text)).Select(name => name.Name));
}
