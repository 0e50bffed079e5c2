namespace ForumQA.Cli.Terminals;

/// <summary>Where text for people is written. Every text is neutralised here, so that no document can command the terminal.</summary>
internal abstract class Screen
{
    /// <summary>Whether the screen shows styles and breaks lines at its width.</summary>
    public abstract bool IsStyled { get; }

    /// <summary>Whether it is a terminal that moves its cursor when told to, styled or not.</summary>
    public virtual bool MovesCursor => IsStyled;

    /// <summary>How far the lines to come are indented; the line that was begun stays where it is.</summary>
    public int Indent
    {
        get;
        set
        {
            Flush();
            field = value;
        }
    }

    /// <summary>Writes text that continues the line; <c>\n</c> breaks it.</summary>
    public void Write(string text, Ink ink = Ink.Text)
    {
        var first = true;
        foreach (var line in TerminalText.Neutralise(text).Split('\n'))
        {
            if (!first)
            {
                EndLine();
            }

            WriteRun(line, ink);
            first = false;
        }
    }

    public void WriteLine(string text = "", Ink ink = Ink.Text)
    {
        Write(text, ink);
        EndLine();
    }

    /// <summary>Ends the line that was begun, or writes an empty one.</summary>
    public abstract void EndLine();

    /// <summary>Ends the line if one was begun, after something was broken off.</summary>
    public void EndBegunLine()
    {
        Indent = 0;
        ClearActivity();
        if (IsLineBegun)
        {
            EndLine();
        }
    }

    /// <summary>Makes what was written visible.</summary>
    public abstract void Flush();

    /// <summary>Shows what is being done until the next text; nothing on a plain screen.</summary>
    public virtual void ShowActivity(string text)
    {
    }

    /// <summary>Takes away what <see cref="ShowActivity"/> shows.</summary>
    protected virtual void ClearActivity()
    {
    }

    /// <summary>Whether something visible stands on the line.</summary>
    protected abstract bool IsLineBegun { get; }

    /// <summary>Writes a part of a line, without control characters.</summary>
    protected abstract void WriteRun(string text, Ink ink);
}
