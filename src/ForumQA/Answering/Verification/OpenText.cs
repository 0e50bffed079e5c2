using System.Runtime.InteropServices;
using System.Text;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>The part of a model's answer that makes no finished sentences yet: as written, and clean of markers and Markdown.</summary>
internal sealed class OpenText
{
    private readonly List<char> _written = [];
    private readonly List<char> _clean = [];

    /// <summary>For each clean character, where in the written text the next one starts.</summary>
    private readonly List<int> _ends = [];

    private readonly List<Marker> _markers = [];
    private readonly List<int> _headings = [];

    /// <summary>The first place that may end a sentence, which what follows will tell; -1 when there is none.</summary>
    private int _doubt = -1;

    private int _read;
    private int _shown;
    private bool _isInItem;
    private bool _isInHeading;
    private bool _hasWord;

    /// <summary>What was written and not read yet.</summary>
    public ReadOnlySpan<char> Unread => CollectionsMarshal.AsSpan(_written)[_read..];

    /// <summary>Clean characters.</summary>
    public int Length => _clean.Count;

    /// <summary>Written characters.</summary>
    public int WrittenLength => _written.Count;

    /// <summary>Whether enough follows the first doubtful place to decide it.</summary>
    public bool CanDecide => _doubt >= 0 && HasLookahead(_doubt + 1);

    public string Clean => new(CollectionsMarshal.AsSpan(_clean));

    public void Write(char c) => _written.Add(c);

    /// <summary>Takes up the next token of <see cref="Unread"/>.</summary>
    public void Read(AnswerToken token)
    {
        var start = _read;
        _read += token.Length;
        switch (token.Kind)
        {
            case AnswerTokenKind.Marker:
                _markers.Add(new Marker(_clean.Count, _read, token.Numbers, StartsLine(), _isInItem));
                break;
            case AnswerTokenKind.Cell:
                Add(' ', _read);
                break;
            case AnswerTokenKind.Item or AnswerTokenKind.Heading:
                // A line in lower case would go on with the sentence of the line before.
                Add('\n', start);
                Add('\n', start);
                (_isInItem, _isInHeading) = (true, token.Kind is AnswerTokenKind.Heading);
                if (_isInHeading)
                {
                    _headings.Add(_clean.Count);
                }

                break;
            case AnswerTokenKind.Text:
                for (var i = start; i < _read; i++)
                {
                    AddText(_written[i], i + 1);
                }

                break;
        }
    }

    /// <summary>Shows what belongs to the open sentence whatever follows, once it has a letter.</summary>
    public void Show(StringBuilder to)
    {
        if (_hasWord)
        {
            Show(to, _doubt < 0 ? _read : _ends[_doubt] - 1);
        }
    }

    /// <summary>Shows all that is left.</summary>
    public void ShowRest(StringBuilder to) => Show(to, _written.Count);

    /// <summary>Whether the characters after a place settle whether a sentence ends there: a word and what stands behind it.</summary>
    public bool HasLookahead(int from)
    {
        var clean = CollectionsMarshal.AsSpan(_clean);
        while (from < clean.Length && !char.IsLetterOrDigit(clean[from]) && !char.IsSurrogate(clean[from]))
        {
            from++;
        }

        if (from < clean.Length && (WordCounter.IsIdeograph(clean[from]) || char.IsSurrogate(clean[from])))
        {
            return from + 2 < clean.Length;
        }

        while (from < clean.Length && char.IsLetterOrDigit(clean[from]))
        {
            from++;
        }

        return from + 1 < clean.Length;
    }

    /// <summary>The markers of a sentence: those in it and those between it and the next.</summary>
    /// <param name="span">The sentence.</param>
    /// <param name="next">Where the next one starts; null when there is none.</param>
    /// <param name="isClaim">Whether it is a sentence that may have markers behind it.</param>
    public IReadOnlyList<Marker> FindMarkers(TextSpan span, int? next, bool isClaim)
    {
        var found = new List<Marker>();
        foreach (var marker in _markers.TakeWhile(marker => marker.Position <= (next ?? int.MaxValue)))
        {
            if (marker.Position > span.End && next is { } start && BelongsToNext(marker, start, isClaim && found.Count == 0))
            {
                break;
            }

            found.Add(marker);
        }

        return found;
    }

    /// <summary>Whether a sentence stands on the line of a heading.</summary>
    public bool IsHeading(TextSpan span) =>
        _headings.Any(heading => heading <= span.Start && !CollectionsMarshal.AsSpan(_clean)[Math.Max(0, heading)..span.Start].Contains('\n'));

    /// <summary>Whether all of a sentence is printed bold.</summary>
    public bool IsBold(TextSpan span)
    {
        var start = span.Start == 0 ? 0 : _ends[span.Start - 1];
        return HasBold(start, _ends[span.Start]) && HasBold(_ends[span.End - 1] - 1, Math.Min(_written.Count, _ends[span.End - 1] + 2));
    }

    /// <summary>Drops a sentence and what is before it, and shows what of it was not shown yet.</summary>
    public void Cut(TextSpan span, IReadOnlyList<Marker> markers, int? next, StringBuilder shown)
    {
        var end = Math.Max(_ends[span.End - 1], markers.Count > 0 ? markers[^1].WrittenEnd : 0);
        while (end < _read && _written[end] is '*' or '_' or '~' or '`')
        {
            end++;
        }

        Show(shown, end);
        var clean = next ?? _clean.Count;
        _headings.RemoveAll(heading => heading < clean && CollectionsMarshal.AsSpan(_clean)[Math.Max(0, heading)..clean].Contains('\n'));
        _written.RemoveRange(0, end);
        _clean.RemoveRange(0, clean);
        _ends.RemoveRange(0, clean);
        _markers.RemoveRange(0, markers.Count);
        (_read, _shown) = (_read - end, _shown - end);
        for (var i = 0; i < _ends.Count; i++)
        {
            _ends[i] -= end;
        }

        _markers.ForEach(marker => marker.Move(-clean, -end));
        for (var i = 0; i < _headings.Count; i++)
        {
            _headings[i] -= clean;
        }

        _hasWord = _clean.Exists(char.IsLetterOrDigit);
    }

    /// <summary>Notes which places are decided by now.</summary>
    public void FindDoubt()
    {
        _doubt = -1;
        for (var i = 0; i < _clean.Count && _doubt < 0; i++)
        {
            _doubt = SentencePunctuation.Stops.Contains(_clean[i]) && !HasLookahead(i + 1) ? i : -1;
        }
    }

    private void AddText(char c, int end)
    {
        // "grow.[1]They": without its marker the next sentence would stick to the full stop.
        if (_markers.Count > 0 && _markers[^1].Position == _clean.Count && _clean.Count > 0
            && _clean[^1] is '.' or '!' or '?' or '…' && char.IsLetterOrDigit(c) && !WordCounter.IsIdeograph(c))
        {
            Add(' ', end - 1);
        }

        Add(c, end);
        if (SentencePunctuation.IsLineBreak(c))
        {
            if (_isInHeading)
            {
                Add(c, end);
            }

            _isInItem = _isInHeading = false;
        }
    }

    private void Add(char c, int end)
    {
        _clean.Add(c);
        _ends.Add(end);
        _hasWord |= char.IsLetterOrDigit(c) || char.IsSurrogate(c);
        if (_doubt < 0 && SentencePunctuation.Stops.Contains(c))
        {
            _doubt = _clean.Count - 1;
        }
    }

    private bool StartsLine()
    {
        var i = _clean.Count - 1;
        while (i >= 0 && char.IsWhiteSpace(_clean[i]) && !SentencePunctuation.IsLineBreak(_clean[i]))
        {
            i--;
        }

        return i < 0 || SentencePunctuation.IsLineBreak(_clean[i]);
    }

    /// <summary>"[2] They flow." on a line of its own, when the sentence before has its markers, or the line is an item.</summary>
    private bool BelongsToNext(Marker marker, int next, bool mayBelongToThis) =>
        marker.StartsLine && (marker.IsInItem || !mayBelongToThis) && !CollectionsMarshal.AsSpan(_clean)[marker.Position..next].Contains('\n');

    private bool HasBold(int start, int end)
    {
        var written = CollectionsMarshal.AsSpan(_written)[start..end];
        return written.Contains("**", StringComparison.Ordinal) || written.Contains("__", StringComparison.Ordinal);
    }

    private void Show(StringBuilder to, int end)
    {
        if (end > _shown)
        {
            to.Append(CollectionsMarshal.AsSpan(_written)[_shown..end]);
            _shown = end;
        }
    }

    /// <summary>A marker between clean characters.</summary>
    internal sealed class Marker(int position, int writtenEnd, IReadOnlyList<int> numbers, bool startsLine, bool isInItem)
    {
        /// <summary>The clean character it stands before.</summary>
        public int Position { get; private set; } = position;

        /// <summary>Where it ends in the written text.</summary>
        public int WrittenEnd { get; private set; } = writtenEnd;

        public IReadOnlyList<int> Numbers { get; } = numbers;

        /// <summary>Whether no word stands before it on its line.</summary>
        public bool StartsLine { get; } = startsLine;

        public bool IsInItem { get; } = isInItem;

        public void Move(int clean, int written) => (Position, WrittenEnd) = (Position + clean, WrittenEnd + written);
    }
}
