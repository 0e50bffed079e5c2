using ForumQA.Cli.Terminals;

namespace ForumQA.Tests.Cli;

public sealed class InterruptKeyTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly InterruptKey _key;
    private int _hints;

    public InterruptKeyTests()
    {
        _key = new InterruptKey(_time);
        _key.Hinted += () => _hints++;
    }

    [Fact]
    public void Outside_a_conversation_one_press_leaves()
    {
        _key.Press();

        Assert.True(_key.Leaving.IsCancellationRequested);
    }

    [Fact]
    public void The_first_press_stops_the_answer_and_stays()
    {
        _key.BeginPrompt();
        var answer = _key.BeginAnswer();

        _key.Press();

        Assert.True(answer.IsCancellationRequested);
        Assert.False(_key.Leaving.IsCancellationRequested);
        Assert.Equal(0, _hints);
    }

    [Fact]
    public void A_second_press_within_two_seconds_leaves_even_when_the_answer_has_stopped_meanwhile()
    {
        _key.BeginAnswer();
        _key.Press();
        _key.BeginPrompt();
        _time.Pass(TimeSpan.FromSeconds(1.9));

        _key.Press();

        Assert.True(_key.Leaving.IsCancellationRequested);
    }

    [Fact]
    public void A_press_long_after_an_answer_was_stopped_stops_the_next_answer_only()
    {
        _key.BeginAnswer();
        _key.Press();
        _key.BeginPrompt();
        _time.Pass(TimeSpan.FromSeconds(2.1));
        var next = _key.BeginAnswer();

        _key.Press();

        Assert.True(next.IsCancellationRequested);
        Assert.False(_key.Leaving.IsCancellationRequested);
    }

    [Fact]
    public void At_the_prompt_the_first_press_hints_and_the_second_leaves_however_late()
    {
        _key.BeginPrompt();

        _key.Press();
        var stayed = !_key.Leaving.IsCancellationRequested;
        _time.Pass(TimeSpan.FromMinutes(1));
        _key.Press();

        Assert.True(stayed);
        Assert.Equal(1, _hints);
        Assert.True(_key.Leaving.IsCancellationRequested);
    }

    [Fact]
    public void An_answered_question_makes_the_next_press_a_first_one_again()
    {
        _key.BeginPrompt();
        _key.Press();
        _key.BeginAnswer();
        _key.BeginPrompt();
        _time.Pass(TimeSpan.FromSeconds(3));

        _key.Press();

        Assert.Equal(2, _hints);
        Assert.False(_key.Leaving.IsCancellationRequested);
    }

    [Fact]
    public void Leaving_stops_the_answer_too()
    {
        var answer = _key.BeginAnswer();

        _key.Press();
        _key.Press();

        Assert.True(answer.IsCancellationRequested);
        Assert.True(_key.Leaving.IsCancellationRequested);
    }

    public void Dispose() => _key.Dispose();
}
