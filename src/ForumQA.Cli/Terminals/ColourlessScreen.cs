namespace ForumQA.Cli.Terminals;

/// <summary>Writes on a terminal without styles or escape codes, breaking lines at its width.</summary>
internal sealed class ColourlessScreen(TextWriter writer, Func<int> width) : WrappingScreen
{
    public override bool IsStyled => false;

    protected override int TerminalWidth => width();

    public override void Flush()
    {
        base.Flush();
        writer.Flush();
    }

    protected override void Emit(string text, Ink ink) => writer.Write(text);

    protected override void EmitLineEnd() => writer.Write('\n');
}
