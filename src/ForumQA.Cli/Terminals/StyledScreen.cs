using Spectre.Console;

namespace ForumQA.Cli.Terminals;

/// <summary>Writes on a terminal with colours, and shows what is being done.</summary>
internal sealed class StyledScreen(IAnsiConsole console) : WrappingScreen
{
    /// <summary>With less room on the line nothing is shown of what is being done.</summary>
    private const int NarrowestActivity = 12;

    private int _activityWidth;

    public override bool IsStyled => true;

    /// <summary>The terminal underneath, for what draws itself.</summary>
    public IAnsiConsole Console => console;

    protected override int TerminalWidth => console.Profile.Width;

    public override void ShowActivity(string text)
    {
        Flush();
        ClearActivity();
        var room = Width - Column - 1;
        if (room < NarrowestActivity)
        {
            return;
        }

        // The end of a text that is being written is what is new.
        var line = TerminalText.OneLine(TerminalText.Neutralise(text));
        var start = 0;
        while (WidthOf(line[start..]) > room)
        {
            start += char.IsHighSurrogate(line[start]) ? 2 : 1;
        }

        line = (Column > 0 ? " " : "") + line[start..];
        console.Write(new Spectre.Console.Text(line, StyleOf(Ink.Muted)));
        _activityWidth = WidthOf(line);
    }

    protected override void ClearActivity()
    {
        if (_activityWidth > 0)
        {
            console.Write(new ControlCode($"\u001b[{_activityWidth}D\u001b[K"));
            _activityWidth = 0;
        }
    }

    protected override void Emit(string text, Ink ink) => console.Write(new Spectre.Console.Text(text, StyleOf(ink)));

    protected override void EmitLineEnd() => console.Write(new ControlCode("\n"));

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Muted => new Style(Color.Grey),
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Number => new Style(Color.Teal),
        Ink.Quotation => new Style(Color.Black, Color.Yellow),
        Ink.Good => new Style(Color.Green),
        Ink.Warning => new Style(Color.Olive),
        Ink.Error => new Style(Color.Maroon),
        _ => Style.Plain,
    };
}
