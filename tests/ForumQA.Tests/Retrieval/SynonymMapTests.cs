using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Tests.Retrieval;

public class SynonymMapTests
{
    [Fact]
    public void Words_on_a_line_stand_for_each_other_in_every_form()
    {
        var map = SynonymMap.Parse(["# comment", "", "car, automobile"]);

        Assert.Equal(["automobile"], Find(map, "cars"));
        Assert.Equal(["car"], Find(map, "automobiles"));
        Assert.Empty(Find(map, "comment"));
    }

    [Fact]
    public void An_arrow_goes_one_way()
    {
        var map = SynonymMap.Parse(["laptop, notebook => computer"]);

        Assert.Equal(["computer"], Find(map, "laptop"));
        Assert.Empty(Find(map, "computer"));
    }

    [Fact]
    public void Entries_may_have_several_words_and_escaped_commas()
    {
        var map = SynonymMap.Parse([@"AI, artificial intelligence", @"a\,b, letters"]);

        Assert.Equal(["artificial intelligence"], Find(map, "AI"));
        Assert.Equal(["ai"], Find(map, "artificial intelligence"));
        Assert.Equal(2, map.LongestEntry);
    }

    [Fact]
    public void The_file_of_the_library_can_be_read() => Assert.Equal(["organization"], Find(SynonymMap.Default, "organisation"));

    [Fact]
    public void A_missing_file_is_named_with_the_setting_that_points_to_it()
    {
        var exception = Assert.Throws<ForumQAException>(() => SynonymMap.ReadFile("/nowhere/synonyms.txt"));

        Assert.Equal("synonyms-unreadable", exception.Code);
        Assert.Contains("/nowhere/synonyms.txt", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Retrieval:Synonyms", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Find(SynonymMap map, string words) =>
        map.Find(Tokenizer.Tokenize(words).Select(token => token.Word)).Select(synonym => string.Join(' ', synonym.Select(word => word.Folded)));
}
