using System.Text;
using Spectre.Console.Rendering;

namespace ForumQA.Cli.Terminals;

/// <summary>Breaks lines between words while the text is still coming.</summary>
internal abstract class WrappingScreen : Screen
{
    /// <summary>Lines longer than this are hard to read, however wide the terminal is.</summary>
    private const int WidestLine = 100;

    private const int NarrowestLine = 20;

    private readonly List<(string Text, Ink Ink)> _word = [];
    private int _wordWidth;
    private int _spaces;
    private Ink _spacesInk;

    protected override bool IsLineBegun => Column > 0;

    /// <summary>How much of the line is written.</summary>
    protected int Column { get; private set; }

    /// <summary>How long a line may be.</summary>
    protected int Width => Math.Clamp(TerminalWidth - 1, NarrowestLine, WidestLine);

    protected abstract int TerminalWidth { get; }

    public override void EndLine()
    {
        Flush();
        ClearActivity();
        BreakLine();
    }

    public override void Flush()
    {
        if (_word.Count == 0)
        {
            return;
        }

        ClearActivity();
        if (Column > Indent && Column + _spaces + _wordWidth > Width)
        {
            BreakLine();
        }

        if (Column == 0)
        {
            Put(new string(' ', Indent), Ink.Text);
        }

        Put(new string(' ', _spaces), _spacesInk);
        _word.ForEach(run => PutWrapped(run.Text, run.Ink));
        _word.Clear();
        (_wordWidth, _spaces) = (0, 0);
    }

    protected static int WidthOf(string text) => new Segment(text).CellCount();

    /// <summary>Writes what fits on the line.</summary>
    protected abstract void Emit(string text, Ink ink);

    /// <summary>Writes the end of a line.</summary>
    protected abstract void EmitLineEnd();

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
        if (Column + WidthOf(text) <= Width)
        {
            Put(text, ink);
            return;
        }

        foreach (var rune in text.EnumerateRunes().Select(rune => rune.ToString()))
        {
            if (Column + WidthOf(rune) > Width)
            {
                BreakLine();
                Put(new string(' ', Indent), Ink.Text);
            }

            Put(rune, ink);
        }
    }

    private void Put(string text, Ink ink)
    {
        Emit(text, ink);
        Column += WidthOf(text);
    }

    private void BreakLine()
    {
        EmitLineEnd();
        (Column, _spaces) = (0, 0);
    }
}
