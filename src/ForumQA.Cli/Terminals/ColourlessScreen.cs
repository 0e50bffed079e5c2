namespace ForumQA.Cli.Terminals;

/// <summary>Writes on a terminal without styles or escape codes, breaking lines at its width.</summary>
internal sealed class ColourlessScreen(TextWriter writer, Func<int> width) : WrappingScreen
{
    public override bool IsStyled => false;

    /// <summary>Without colours is not without cursor keys; consoles of Windows have to be asked, which is what styles are for.</summary>
    public override bool MovesCursor => !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    protected override int TerminalWidth => width();

    public override void Flush()
    {
        base.Flush();
        writer.Flush();
    }

    protected override void Emit(string text, Ink ink) => writer.Write(text);

    protected override void EmitLineEnd() => writer.Write('\n');
}
