using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Tests.Retrieval;

public sealed class NameMarksTests
{
    [Theory]
    [InlineData("Is iFlytek listed?", "iFlytek")]
    [InlineData("Who is Jack Ma?", "Jack Ma")]
    [InlineData("Is Toshiba Japanese?", "Toshiba Japanese")]
    [InlineData("What did Liu Song say about rules?", "Liu Song")]
    [InlineData("what did liu song say", "")]
    [InlineData("WHO IS JACK MA?", "")]
    [InlineData("Who Is The Chief Of The Bank", "")]
    public void Tells_names_by_how_they_are_written(string question, string names)
    {
        var words = Tokenizer.Tokenize(question);
        var usesCapitals = NameMarks.UsesCapitals(question, words);

        var found = Enumerable.Range(0, words.Count).Where(i => NameMarks.IsName(question, words, i, usesCapitals)).Select(i => question.Substring(words[i].Start, words[i].Length));

        Assert.Equal(names, string.Join(' ', found));
    }
}
