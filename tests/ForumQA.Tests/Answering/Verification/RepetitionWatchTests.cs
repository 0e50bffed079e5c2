using ForumQA.Answering.Verification;

namespace ForumQA.Tests.Answering.Verification;

public sealed class RepetitionWatchTests
{
    private readonly RepetitionWatch _watch = new();

    [Fact]
    public void The_same_sentence_is_a_repetition_and_the_third_in_a_row_a_loop()
    {
        Assert.False(_watch.Repeats("Data are like water."));
        Assert.True(_watch.Repeats("Data are like water."));
        Assert.False(_watch.IsLooping);

        Assert.True(_watch.Repeats("data are like WATER"));
        Assert.True(_watch.IsLooping);
    }

    [Fact]
    public void Another_sentence_between_begins_the_count_anew()
    {
        foreach (var sentence in new[] { "Data are like water.", "Data are like water.", "Robots help people.", "Robots help people." })
        {
            _watch.Repeats(sentence);
        }

        Assert.False(_watch.IsLooping);
    }

    [Fact]
    public void Two_sentences_that_take_turns_are_a_loop_once_both_have_come_back_twice()
    {
        string[] turns = ["Data are like water.", "Robots help people.", "Data are like water.", "Robots help people.", "Data are like water."];
        Assert.Equal([false, false, true, true, true], turns.Select(_watch.Repeats));
        Assert.False(_watch.IsLooping);

        Assert.True(_watch.Repeats("Robots help people."));
        Assert.True(_watch.IsLooping);
    }

    [Fact]
    public void A_new_sentence_ends_a_run_of_repeated_ones()
    {
        foreach (var sentence in new[] { "Data are like water.", "Robots help people.", "Data are like water.", "Robots help people.", "Data are like water.", "Ships carry goods." })
        {
            _watch.Repeats(sentence);
        }

        _watch.Repeats("Robots help people.");

        Assert.False(_watch.IsLooping);
    }

    [Theory]
    [InlineData("Yes.", false)]
    [InlineData("Yes indeed.", false)]
    [InlineData("Yes it is.", true)]
    public void A_short_sentence_may_come_again_later(string sentence, bool isRepetition)
    {
        _watch.Repeats(sentence);
        _watch.Repeats("Data are like water.");

        Assert.Equal(isRepetition, _watch.Repeats(sentence));
    }
}
