using System.Diagnostics;

namespace ForumQA.Answering;

/// <summary>Times the stages of answering by listening to the activities that they report. Safe for use by many threads.</summary>
public sealed class StageClock : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == TelemetryOptions.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        ActivityStopped = activity => activity.Parent?.SetCustomProperty(activity.OperationName, activity.Duration),
    };

    private readonly TimeProvider _time;

    /// <summary>Begins to listen.</summary>
    /// <param name="time">The clock.</param>
    public StageClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Begins to time a question; what is called from here on belongs to it.</summary>
    public TimedQuestion Start() => new(_time);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}

/// <summary>A question whose answering is timed.</summary>
public sealed class TimedQuestion : IDisposable
{
    private readonly Activity _activity = new Activity("forumqa.question").Start();
    private readonly TimeProvider _time;
    private readonly long _started;

    internal TimedQuestion(TimeProvider time) => (_time, _started) = (time, time.GetTimestamp());

    /// <summary>Makes what is called from here on belong to the question again: whoever yields a stream of updates is called back from elsewhere.</summary>
    public void Resume() => Activity.Current = _activity;

    /// <summary>The stages done so far.</summary>
    public StageTimes Read() => new()
    {
        Rewriting = Stage(Telemetry.Rewrite),
        Retrieval = Stage(Telemetry.Retrieve),
        Composing = Stage(Telemetry.Compose),
        Writing = Stage(Telemetry.Write),
        Total = _time.GetElapsedTime(_started).TotalMilliseconds,
    };

    /// <inheritdoc/>
    public void Dispose() => _activity.Dispose();

    private double? Stage(string name) => (_activity.GetCustomProperty(name) as TimeSpan?)?.TotalMilliseconds;
}

/// <summary>How long a question took, in milliseconds.</summary>
public sealed record StageTimes
{
    /// <summary>Completing the question by a language model; null when none did.</summary>
    public double? Rewriting { get; init; }

    /// <summary>Finding the passages; null when it was not reported.</summary>
    public double? Retrieval { get; init; }

    /// <summary>Choosing, composing and verifying the documents' own sentences; null when it was not reported.</summary>
    public double? Composing { get; init; }

    /// <summary>Writing by a language model, with verifying and translating what it writes; null when none did.</summary>
    public double? Writing { get; init; }

    /// <summary>From the question to the complete answer.</summary>
    public double Total { get; init; }
}
