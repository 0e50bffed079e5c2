using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ForumQA.Cli.Terminals;

/// <summary>Writes on a terminal with colours, breaking lines between words while the text is still coming.</summary>
internal sealed class StyledScreen(IAnsiConsole console) : Screen
{
    /// <summary>Lines longer than this are hard to read, however wide the terminal is.</summary>
    private const int WidestLine = 100;

    private const int NarrowestLine = 20;

    /// <summary>With less room on the line nothing is shown of what is being done.</summary>
    private const int NarrowestActivity = 12;

    private readonly List<(string Text, Ink Ink)> _word = [];
    private int _wordWidth;
    private int _column;
    private int _spaces;
    private Ink _spacesInk;
    private int _activityWidth;

    public override bool IsStyled => true;

    /// <summary>The terminal underneath, for what draws itself.</summary>
    public IAnsiConsole Console => console;

    protected override bool IsLineBegun => _column > 0;

    private int Width => Math.Clamp(console.Profile.Width - 1, NarrowestLine, WidestLine);

    public override void EndLine()
    {
        Flush();
        ClearActivity();
        console.Write(new ControlCode("\n"));
        (_column, _spaces) = (0, 0);
    }

    public override void Flush()
    {
        if (_word.Count == 0)
        {
            return;
        }

        ClearActivity();
        if (_column > Indent && _column + _spaces + _wordWidth > Width)
        {
            BreakLine();
        }

        if (_column == 0)
        {
            Put(new string(' ', Indent), Ink.Text);
        }

        Put(new string(' ', _spaces), _spacesInk);
        _word.ForEach(run => PutWrapped(run.Text, run.Ink));
        _word.Clear();
        (_wordWidth, _spaces) = (0, 0);
    }

    public override void ShowActivity(string text)
    {
        Flush();
        ClearActivity();
        var room = Width - _column - 1;
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

        line = (_column > 0 ? " " : "") + line[start..];
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

    protected override void WriteRun(string text, Ink ink)
    {
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var width = WidthOf(rune.ToString());

            // Chinese and Japanese lines may break before any character.
            if (rune.Value == ' ' || width > 1)
            {
                AddToWord(run, ink);
                Flush();
            }

            if (rune.Value == ' ')
            {
                _spaces++;
                _spacesInk = ink;
            }
            else
            {
                run.Append(rune.ToString());
            }
        }

        AddToWord(run, ink);
    }

    private static int WidthOf(string text) => new Segment(text).CellCount();

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

    private void AddToWord(StringBuilder run, Ink ink)
    {
        if (run.Length > 0)
        {
            _word.Add((run.ToString(), ink));
            _wordWidth += WidthOf(run.ToString());
            run.Clear();
        }
    }

    /// <summary>Writes a word; one that is longer than a line, such as an address, is broken inside.</summary>
    private void PutWrapped(string text, Ink ink)
    {
        if (_column + WidthOf(text) <= Width)
        {
            Put(text, ink);
            return;
        }

        foreach (var rune in text.EnumerateRunes().Select(rune => rune.ToString()))
        {
            if (_column + WidthOf(rune) > Width)
            {
                BreakLine();
                Put(new string(' ', Indent), Ink.Text);
            }

            Put(rune, ink);
        }
    }

    private void Put(string text, Ink ink)
    {
        console.Write(new Spectre.Console.Text(text, StyleOf(ink)));
        _column += WidthOf(text);
    }

    private void BreakLine()
    {
        console.Write(new ControlCode("\n"));
        (_column, _spaces) = (0, 0);
    }
}
