using ForumQA.Answering;
using ForumQA.Tests.Retrieval;

namespace ForumQA.Tests.Answering;

public sealed class WordOrderTests
{
    [Fact]
    public void Tells_who_did_it_from_whom_it_was_done_to()
    {
        var same = Compare("Rome attacked Carthage", "Rome attacked Carthage.");
        var swapped = Compare("Rome attacked Carthage", "Carthage attacked Rome.");

        Assert.Equal(1, same.Subsequence, 6);
        Assert.Equal(same.InAnyOrder, swapped.InAnyOrder, 6);
        Assert.True(swapped.Subsequence < same.Subsequence);
        Assert.Equal((3, 1), (same.RunLength, swapped.RunLength));
    }

    [Fact]
    public void Counts_nothing_where_no_word_is_shared()
    {
        Assert.Equal(new WordOrder(0, 0, 0, 0, 0), Compare("Rome attacked Carthage", "It rained."));
    }

    private static WordOrder Compare(string question, string sentence)
    {
        var ranking = SampleRanking.Of(question, sentence);
        return WordOrder.Compare(ranking.Question, ranking.Sentences[0].Sentence);
    }
}
