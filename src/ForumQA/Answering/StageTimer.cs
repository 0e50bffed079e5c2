using System.Diagnostics;

namespace ForumQA.Answering;

/// <summary>Times the stages of answering one question and tells observers of them. For one thread at a time.</summary>
internal sealed class StageTimer(TimeProvider time)
{
    private readonly TimeProvider _time = time;
    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<string, double> _milliseconds = new(StringComparer.Ordinal);

    /// <summary>Begins a stage, which ends when what is returned is disposed of.</summary>
    /// <param name="stage">The name by which <see cref="Telemetry"/> tells of it.</param>
    public IDisposable Begin(string stage) => new Stage(this, stage);

    /// <summary>The stages that have ended, and the time since the question.</summary>
    public StageTimes Read() => new()
    {
        Rewriting = Of(Telemetry.Rewrite),
        Retrieval = Of(Telemetry.Retrieve),
        Composing = Of(Telemetry.Compose),
        Writing = Of(Telemetry.Write),
        Total = _time.GetElapsedTime(_started).TotalMilliseconds,
    };

    private double? Of(string stage) => _milliseconds.TryGetValue(stage, out var milliseconds) ? milliseconds : null;

    private sealed class Stage(StageTimer timer, string name) : IDisposable
    {
        private readonly Activity? _activity = Telemetry.Source.StartActivity(name);
        private readonly long _began = timer._time.GetTimestamp();

        public void Dispose()
        {
            timer._milliseconds[name] = timer._time.GetElapsedTime(_began).TotalMilliseconds;
            _activity?.Dispose();
        }
    }
}
