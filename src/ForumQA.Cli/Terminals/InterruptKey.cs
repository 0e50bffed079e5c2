namespace ForumQA.Cli.Terminals;

/// <summary>Decides what Ctrl-C means: in a conversation it stops the answer under way, and pressed twice it leaves; elsewhere it leaves.</summary>
internal sealed class InterruptKey(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan TwiceWithin = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _answer;
    private long? _lastPress;
    private bool _atPrompt;
    private bool _pressedAtPrompt;

    /// <summary>Raised when a first press at the prompt did nothing, so that the user learns that a second one leaves.</summary>
    public event Action? Hinted;

    /// <summary>Cancelled when the process is to leave.</summary>
    public CancellationToken Leaving => _leaving.Token;

    /// <summary>Says that an answer is under way.</summary>
    /// <returns>Cancelled when it is to stop.</returns>
    public CancellationToken BeginAnswer()
    {
        lock (_lock)
        {
            _answer = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
            _atPrompt = false;
            return _answer.Token;
        }
    }

    /// <summary>Says that the user is asked for a line.</summary>
    public void BeginPrompt()
    {
        lock (_lock)
        {
            _answer?.Dispose();
            _answer = null;
            (_atPrompt, _pressedAtPrompt) = (true, false);
        }
    }

    /// <summary>The key was pressed.</summary>
    public void Press()
    {
        lock (_lock)
        {
            var twice = _lastPress is { } last && time.GetElapsedTime(last) <= TwiceWithin;
            _lastPress = time.GetTimestamp();
            if (_answer is not null && !twice)
            {
                _answer.Cancel();
                return;
            }

            if (!_atPrompt || _pressedAtPrompt || twice)
            {
                _leaving.Cancel();
                return;
            }

            _pressedAtPrompt = true;
        }

        Hinted?.Invoke();
    }

    public void Dispose()
    {
        _answer?.Dispose();
        _leaving.Dispose();
    }
}
