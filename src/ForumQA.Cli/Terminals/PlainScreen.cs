namespace ForumQA.Cli.Terminals;

/// <summary>Writes text as it is: no styles, no escape codes, lines as long as they are.</summary>
internal sealed class PlainScreen(TextWriter writer) : Screen
{
    private bool _lineBegun;

    public override bool IsStyled => false;

    protected override bool IsLineBegun => _lineBegun;

    public override void EndLine()
    {
        writer.Write('\n');
        _lineBegun = false;
    }

    public override void Flush() => writer.Flush();

    protected override void WriteRun(string text, Ink ink)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (!_lineBegun)
        {
            writer.Write(new string(' ', Indent));
            _lineBegun = true;
        }

        writer.Write(text);
    }
}
