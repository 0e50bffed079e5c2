using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Text;

public class TokenizerTests
{
    [Fact]
    public void Reads_words_in_lower_case_without_diacritics() =>
        Assert.Equal(["data", "uber", "alles", "cafe", "2020"], Fold("Data ÜBER alles: «café», 2020!"));

    [Fact]
    public void Reads_Chinese_and_Japanese_as_overlapping_pairs() =>
        Assert.Equal(["中国", "国论", "论坛", "2020", "水"], Fold("中国论坛 2020 水"));

    [Fact]
    public void Gives_forms_of_a_word_one_stem()
    {
        Assert.Equal(Stem("connected"), Stem("connections"));
        Assert.Equal(Stem("экономика"), Stem("экономики"));
        Assert.Equal(Stem("الاقتصاد"), Stem("واقتصاد"));
    }

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("hopefulness", "hope")]
    [InlineData("electrical", "electr")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("controlling", "control")]
    [InlineData("sky", "sky")]
    public void Stems_English_as_Porter_published_it(string word, string stem) => Assert.Equal(stem, Stem(word));

    [Fact]
    public void Words_of_substance_in_English_are_no_stop_words_because_they_are_in_German() =>
        Assert.All(["war", "die", "man", "son"], word => Assert.False(Tokenizer.WordOf(word).IsStopWord));

    [Fact]
    public void Grams_mark_the_edges_of_a_word()
    {
        Assert.Single(CharacterGrams.Of("at"));
        Assert.Equal(3, CharacterGrams.Of("data").Length);
        Assert.Empty(CharacterGrams.Of("data").Intersect(CharacterGrams.Of("at")));
        Assert.Equal(2, CharacterGrams.Of("水电").Length);
    }

    [Fact]
    public void Tokens_of_any_text_stand_where_they_say_and_survive_indexing() =>
        Prop.ForAll(SentenceSplitterProperties.Texts.ToArbitrary(), text =>
        {
            var position = -1;
            foreach (var token in Tokenizer.Tokenize(text))
            {
                var folded = WordFolding.Fold(text.AsSpan(token.Start, token.Length));
                if (token.Start <= position || folded != token.Word.Folded || token.Word.Stem.Length == 0 || token.Word.Stem.Contains('"', StringComparison.Ordinal))
                {
                    return false;
                }

                position = token.Start;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_can_be_read() =>
        Prop.ForAll<string?>(text => text is null || Tokenizer.Tokenize(text).TrueForAll(token => token.Start + token.Length <= text.Length))
            .QuickCheckThrowOnFailure();

    private static IEnumerable<string> Fold(string text) => Tokenizer.Tokenize(text).Select(token => token.Word.Folded);

    private static string Stem(string word) => Tokenizer.WordOf(word).Stem;
}
