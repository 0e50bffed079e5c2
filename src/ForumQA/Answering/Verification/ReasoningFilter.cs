namespace ForumQA.Answering.Verification;

/// <summary>Leaves out what a reasoning model thinks aloud: <c>&lt;think&gt;...&lt;/think&gt;</c>. A block without an end never ends.</summary>
internal sealed class ReasoningFilter
{
    private static readonly string[] Names = ["think", "thinking", "thought", "reasoning"];

    // A template may open the block itself, so that a model only closes it.
    private static readonly string[] Outside = [.. Names.Select(name => $"<{name}>"), .. Names.Select(name => $"</{name}>")];
    private static readonly string[] Inside = [.. Names.Select(name => $"</{name}>")];

    private string _held = "";
    private bool _isInside;

    /// <summary>Reads a character; returns what is to be shown for it and those held back before.</summary>
    public string Read(char c)
    {
        var released = "";
        if (_held.Length == 0 && c != '<')
        {
            return _isInside ? "" : c.ToString();
        }

        if (c == '<')
        {
            (released, _held) = (_held, "");
        }

        _held += c;
        var tags = _isInside ? Inside : Outside;
        if (!tags.Any(tag => tag.StartsWith(_held, StringComparison.OrdinalIgnoreCase)))
        {
            (released, _held) = (released + _held, "");
        }
        else if (tags.Any(tag => tag.Equals(_held, StringComparison.OrdinalIgnoreCase)))
        {
            var closes = _held[1] == '/';
            _held = "";
            var wasInside = _isInside;
            _isInside = !closes;
            return wasInside ? "" : released;
        }

        return _isInside ? "" : released;
    }

    /// <summary>What was held back and turned out to be no tag.</summary>
    public string Complete()
    {
        var released = _isInside ? "" : _held;
        _held = "";
        return released;
    }
}
