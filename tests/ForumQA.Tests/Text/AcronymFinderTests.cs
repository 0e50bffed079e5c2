using ForumQA.Text;

namespace ForumQA.Tests.Text;

public class AcronymFinderTests
{
    [Theory]
    [InlineData("They joined the Regional Comprehensive Economic Partnership (RCEP) in 2020.", "RCEP", "regional comprehensive economic partnership")]
    [InlineData("The Association of Southeast Asian Nations (ASEAN) met.", "ASEAN", "association of southeast asian nations")]
    [InlineData("The Ministry of Industry and Trade (MOIT) met.", "MOIT", "ministry of industry and trade")]
    [InlineData("A memorandum of understanding (MU) was signed.", "MU", "memorandum of understanding")]
    [InlineData("ICT (information and communications technology) grows.", "ICT", "information and communications technology")]
    [InlineData("It rained (see WHO) all day.", null, null)]
    [InlineData("They sold many cars (AI) there.", null, null)]
    [InlineData("(AI)", null, null)]
    public void Finds_what_the_letters_spell(string text, string? acronym, string? expansion)
    {
        var found = AcronymFinder.Find(text);

        if (acronym is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Equal([(acronym, expansion!)], found);
        }
    }
}
