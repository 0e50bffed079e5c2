using ForumQA.Cli.Terminals;

namespace ForumQA.Tests.Cli;

public sealed class LineEditorTests : IDisposable
{
    private static readonly ConsoleKeyInfo Enter = Key(ConsoleKey.Enter, '\r');
    private static readonly ConsoleKeyInfo Left = Key(ConsoleKey.LeftArrow);
    private static readonly ConsoleKeyInfo Up = Key(ConsoleKey.UpArrow);
    private static readonly ConsoleKeyInfo Down = Key(ConsoleKey.DownArrow);
    private static readonly ConsoleKeyInfo Backspace = Key(ConsoleKey.Backspace, '\b');
    private static readonly ConsoleKeyInfo ControlC = Key(ConsoleKey.C, '\u0003');
    private static readonly ConsoleKeyInfo ControlD = Key(ConsoleKey.D, '\u0004');
    private static readonly ConsoleKeyInfo ControlW = Key(ConsoleKey.W, '\u0017');

    private readonly ScriptedKeys _keys = new();
    private readonly StringWriter _drawn = new();
    private readonly LineEditor _editor;
    private int _width = 80;

    public LineEditorTests() => _editor = new LineEditor(_keys, _drawn, () => _width);

    [Fact]
    public async Task Gives_the_line_that_was_typed() =>
        Assert.Equal("Who spoke?", await ReadAsync([.. Typed("Who spoke?"), Enter]));

    [Fact]
    public async Task Inserts_and_deletes_at_the_cursor() =>
        Assert.Equal("coat", await ReadAsync([.. Typed("cost"), Left, Backspace, .. Typed("a"), Enter]));

    [Fact]
    public async Task Deletes_the_word_before_the_cursor() =>
        Assert.Equal("Who ", await ReadAsync([.. Typed("Who spoke "), ControlW, Enter]));

    [Fact]
    public async Task A_character_of_two_code_units_is_deleted_as_one() =>
        Assert.Equal("a", await ReadAsync([.. Typed("a🙂"), Backspace, Enter]));

    [Fact]
    public async Task Recalls_earlier_lines_and_returns_to_an_empty_one()
    {
        await ReadAsync([.. Typed("first"), Enter]);
        await ReadAsync([.. Typed("second"), Enter]);

        Assert.Equal("first", await ReadAsync([Up, Up, Up, Enter]));
        Assert.Equal("", await ReadAsync([Up, Down, Enter]));
    }

    [Fact]
    public async Task Control_D_on_an_empty_line_ends_the_input()
    {
        _keys.Add([ControlD]);

        Assert.Equal(new LineRead(null), await _editor.ReadLineAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Control_C_on_an_empty_line_interrupts()
    {
        _keys.Add([ControlC]);

        Assert.True((await _editor.ReadLineAsync(CancellationToken.None)).Interrupted);
    }

    [Fact]
    public async Task Control_C_first_takes_back_what_was_typed()
    {
        _keys.Add([.. Typed("half"), ControlC]);

        Assert.Equal(new LineRead(""), await _editor.ReadLineAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_line_longer_than_the_terminal_is_drawn_on_one_row_around_the_cursor()
    {
        _width = 23;

        await ReadAsync([.. Typed("abcdefghijklmnopqrstuvwxyz0123456789"), Enter]);

        Assert.Contains("\r> qrstuvwxyz0123456789\u001b[K", _drawn.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_C_is_a_key_only_while_a_line_is_read()
    {
        await ReadAsync([Enter]);

        Assert.False(_keys.IsCaptured);
        Assert.True(_keys.WasCaptured);
    }

    public void Dispose() => _drawn.Dispose();

    private static ConsoleKeyInfo Key(ConsoleKey key, char c = '\0') => new(c, key, shift: false, alt: false, control: false);

    private static IEnumerable<ConsoleKeyInfo> Typed(string text) => text.Select(c => Key(ConsoleKey.None, c));

    private async Task<string?> ReadAsync(ConsoleKeyInfo[] keys)
    {
        _keys.Add(keys);
        return (await _editor.ReadLineAsync(CancellationToken.None)).Text;
    }

    private sealed class ScriptedKeys : IKeys
    {
        private readonly Queue<ConsoleKeyInfo> _keys = new();

        public bool IsCaptured { get; private set; }

        public bool WasCaptured { get; private set; }

        public void Add(IEnumerable<ConsoleKeyInfo> keys)
        {
            foreach (var key in keys)
            {
                _keys.Enqueue(key);
            }
        }

        public IDisposable Capture()
        {
            IsCaptured = WasCaptured = true;
            return new Release(this);
        }

        public ConsoleKeyInfo Read() => _keys.Dequeue();

        private sealed class Release(ScriptedKeys keys) : IDisposable
        {
            public void Dispose() => keys.IsCaptured = false;
        }
    }
}
