using ForumQA.Answering;

namespace ForumQA.Tests.Answering;

public sealed class StageTimerTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Tells_how_long_each_stage_took_and_all_together()
    {
        var stages = new StageTimer(_time);
        _time.Pass(TimeSpan.FromMilliseconds(5));
        using (stages.Begin(Telemetry.Retrieve))
        {
            _time.Pass(TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal(new StageTimes { Retrieval = 20, Total = 25 }, stages.Read());
    }

    [Fact]
    public void Says_nothing_of_a_stage_that_has_not_ended()
    {
        var stages = new StageTimer(_time);
        using var open = stages.Begin(Telemetry.Compose);

        Assert.Null(stages.Read().Composing);
    }
}
