using System.Diagnostics;

namespace ForumQA.Evaluation.Running;

/// <summary>Times the stages of answering by listening to the activities that they report.</summary>
internal sealed class StageClock : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == Telemetry.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        ActivityStopped = activity => activity.Parent?.SetCustomProperty(activity.OperationName, activity.Duration),
    };

    public StageClock() => ActivitySource.AddActivityListener(_listener);

    /// <summary>Begins to time a question; what it calls from here on belongs to it.</summary>
    public static Activity Start() => new Activity("forumqa.case").Start();

    /// <summary>How long a stage of the question took; null when it was not reported.</summary>
    public static TimeSpan? Read(Activity question, string stage) => question.GetCustomProperty(stage) as TimeSpan?;

    public void Dispose() => _listener.Dispose();
}
