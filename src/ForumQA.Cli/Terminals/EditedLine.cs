using System.Globalization;

namespace ForumQA.Cli.Terminals;

/// <summary>A line being typed, with its cursor. A step is what a reader takes for one character.</summary>
internal sealed class EditedLine
{
    public string Text { get; private set; } = "";

    /// <summary>Where the cursor is, in UTF-16 code units.</summary>
    public int Cursor { get; private set; }

    public void Set(string text) => (Text, Cursor) = (text, text.Length);

    public void Insert(char c)
    {
        Text = Text.Insert(Cursor, c.ToString());
        Cursor++;
    }

    public void MoveLeft() => Cursor = PreviousStep();

    public void MoveRight() => Cursor = NextStep();

    public void MoveToStart() => Cursor = 0;

    public void MoveToEnd() => Cursor = Text.Length;

    public void DeleteLeft() => DeleteFrom(PreviousStep());

    public void DeleteWordLeft()
    {
        var start = Text.AsSpan(0, Cursor).TrimEnd(' ').LastIndexOf(' ') + 1;
        DeleteFrom(start);
    }

    public void DeleteToStart() => DeleteFrom(0);

    public void DeleteRight() => Text = Text.Remove(Cursor, NextStep() - Cursor);

    public void DeleteToEnd() => Text = Text[..Cursor];

    private void DeleteFrom(int start)
    {
        Text = Text.Remove(start, Cursor - start);
        Cursor = start;
    }

    private int PreviousStep() => StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < Cursor);

    private int NextStep() => Cursor == Text.Length ? Cursor : Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);
}
