using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace ForumQA.Cli.Terminals;

/// <summary>Reads a line from a terminal, with cursor keys and the lines typed before.</summary>
internal sealed class LineEditor(IKeys keys, TextWriter output, Func<int> width) : ILineReader
{
    public const string Prompt = "> ";

    private const char ControlA = '\u0001';
    private const char ControlC = '\u0003';
    private const char ControlD = '\u0004';
    private const char ControlE = '\u0005';
    private const char ControlK = '\u000b';
    private const char ControlU = '\u0015';
    private const char ControlW = '\u0017';

    private readonly List<string> _history = [];
    private EditedLine _line = new();
    private int _recalled;

    /// <remarks>Waiting for a key cannot be cancelled; Ctrl-C is a key here.</remarks>
    public Task<LineRead> ReadLineAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var captured = keys.Capture();
        _line = new EditedLine();
        _recalled = _history.Count;
        while (true)
        {
            Draw();
            var key = keys.Read();
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return Task.FromResult(Finish());
                case { KeyChar: ControlC }:
                    output.Write("\n");

                    // As in other shells, the first press only takes back what was typed.
                    return Task.FromResult(_line.Text.Length > 0 ? new LineRead("") : new LineRead(null, Interrupted: true));
                case { KeyChar: ControlD } when _line.Text.Length == 0:
                    output.Write("\n");
                    return Task.FromResult(new LineRead(null));
                default:
                    Edit(key);
                    break;
            }
        }
    }

    /// <summary>Nothing to do: the prompt is drawn with every line.</summary>
    public void PromptAgain()
    {
    }

    private LineRead Finish()
    {
        _line.MoveToEnd();
        Draw();
        output.Write("\n");
        if (!string.IsNullOrWhiteSpace(_line.Text) && _history.LastOrDefault() != _line.Text)
        {
            _history.Add(_line.Text);
        }

        return new LineRead(_line.Text);
    }

    private void Edit(ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.LeftArrow }:
                _line.MoveLeft();
                break;
            case { Key: ConsoleKey.RightArrow }:
                _line.MoveRight();
                break;
            case { Key: ConsoleKey.Home } or { KeyChar: ControlA }:
                _line.MoveToStart();
                break;
            case { Key: ConsoleKey.End } or { KeyChar: ControlE }:
                _line.MoveToEnd();
                break;
            case { Key: ConsoleKey.UpArrow }:
                Recall(_recalled - 1);
                break;
            case { Key: ConsoleKey.DownArrow }:
                Recall(_recalled + 1);
                break;
            case { Key: ConsoleKey.Backspace }:
                _line.DeleteLeft();
                break;
            case { Key: ConsoleKey.Delete } or { KeyChar: ControlD }:
                _line.DeleteRight();
                break;
            case { KeyChar: ControlK }:
                _line.DeleteToEnd();
                break;
            case { KeyChar: ControlU }:
                _line.DeleteToStart();
                break;
            case { KeyChar: ControlW }:
                _line.DeleteWordLeft();
                break;
            default:
                // Alt with a letter is a command elsewhere; Control and Alt together are AltGr on Windows.
                if (!char.IsControl(key.KeyChar) && (key.Modifiers & (ConsoleModifiers.Alt | ConsoleModifiers.Control)) != ConsoleModifiers.Alt)
                {
                    _line.Insert(key.KeyChar);
                }

                break;
        }
    }

    private void Recall(int index)
    {
        if (index >= 0 && index <= _history.Count)
        {
            _recalled = index;
            _line.Set(index == _history.Count ? "" : _history[index]);
        }
    }

    /// <summary>Draws the line on one row; what does not fit is scrolled out on the left of the cursor or hidden on its right.</summary>
    private void Draw()
    {
        var room = Math.Max(10, width() - Prompt.Length - 1);
        var before = Fit(Elements(_line.Text[.._line.Cursor]).Reverse(), room);
        before.Reverse();
        var left = string.Concat(before);
        var right = string.Concat(Fit(Elements(_line.Text[_line.Cursor..]), room - CellCount(left)));
        var back = CellCount(right);
        var drawing = new StringBuilder("\r").Append(Prompt).Append(left).Append(right).Append("\u001b[K");
        if (back > 0)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"\u001b[{back}D");
        }

        output.Write(drawing.ToString());
        output.Flush();
    }

    private static List<string> Fit(IEnumerable<string> elements, int room) =>
        elements.TakeWhile(element => (room -= CellCount(element)) >= 0).ToList();

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    private static int CellCount(string text) => new Segment(text).CellCount();
}
