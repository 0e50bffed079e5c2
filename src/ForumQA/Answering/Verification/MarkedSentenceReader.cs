using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Reads a model's answer as it streams: cuts it into sentences, as <see cref="SentenceSplitter"/> does, and resolves their markers.</summary>
/// <remarks>
/// All <see cref="WrittenText"/> of a sentence comes before its <see cref="MarkedSentence"/> and nothing of the next one does. How the answer
/// is cut into chunks changes neither the sentences nor the text. Headings, labels ("Answer:"), lists of sources and sentences said before
/// are shown as text only. After <see cref="SaysNotInDocuments"/> or <see cref="IsLooping"/> nothing more is read.
/// </remarks>
internal sealed class MarkedSentenceReader
{
    private const int LongestSentence = 2000;
    private const int LongestWritten = 4 * LongestSentence;
    private const int LongestLabel = 12;
    private const int LongestBoldHeading = 8;

    private static readonly FrozenSet<string> SourceLists = Lexicon.Of("heading of sources");

    private static readonly Regex Label = new($@"^{WordPattern.AnyIn("label of an answer")}\s*[:：]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly ReasoningFilter _reasoning = new();
    private readonly AnswerLexer _lexer = new();
    private readonly RepetitionWatch _repetition = new();
    private readonly OpenText _open = new();
    private readonly StringBuilder _shown = new();
    private bool _listsSources;

    /// <summary>Whether the model said, by the word it was told to, that the passages do not answer. None of that word is ever shown.</summary>
    public bool SaysNotInDocuments { get; private set; }

    /// <summary>Whether the model goes round in circles or does not come to the end of a sentence; the request should be stopped.</summary>
    public bool IsLooping { get; private set; }

    private bool IsOver => SaysNotInDocuments || IsLooping || _listsSources;

    /// <summary>Reads a chunk of the answer.</summary>
    public IReadOnlyList<AnswerPiece> Append(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<AnswerPiece>();
        foreach (var c in text)
        {
            Write(_reasoning.Read(c), pieces);
        }

        return Finish(pieces);
    }

    /// <summary>Reads the end of the answer.</summary>
    public IReadOnlyList<AnswerPiece> Complete()
    {
        var pieces = new List<AnswerPiece>();
        Write(_reasoning.Complete(), pieces);
        ReadTokens(pieces, isLast: true);
        if (!IsOver)
        {
            CutSentences(pieces, isLast: true);
        }

        if (!IsOver)
        {
            _open.ShowRest(_shown);
        }

        return Finish(pieces);
    }

    private void Write(string released, List<AnswerPiece> pieces)
    {
        // By the character, so that no decision depends on where a chunk ends.
        foreach (var c in released)
        {
            if (!IsOver)
            {
                _open.Write(c);
                ReadTokens(pieces, isLast: false);
                ShowOpen();
            }
        }
    }

    private void ReadTokens(List<AnswerPiece> pieces, bool isLast)
    {
        while (!IsOver && !_open.Unread.IsEmpty && _lexer.Read(_open.Unread, isLast) is { Kind: not AnswerTokenKind.Open } token)
        {
            if (token.Kind is AnswerTokenKind.NotInDocuments)
            {
                CutSentences(pieces, isLast: true, onlyFinished: true);
                SaysNotInDocuments = true;
                return;
            }

            _open.Read(token);
            if (_open.CanDecide)
            {
                CutSentences(pieces, isLast: false);
            }

            IsLooping |= _open.Length > LongestSentence;
        }

        IsLooping |= _open.WrittenLength > LongestWritten;
    }

    private void CutSentences(List<AnswerPiece> pieces, bool isLast, bool onlyFinished = false)
    {
        var clean = _open.Clean;
        var spans = SentenceSplitter.Split(clean);
        var cut = 0;
        for (var i = 0; i < spans.Count && !IsOver; i++)
        {
            var span = new TextSpan(spans[i].Start - cut, spans[i].End - cut);
            int? next = i + 1 < spans.Count ? spans[i + 1].Start - cut : null;
            if (isLast ? onlyFinished && next is null && !IsFinished(clean[spans[i].Start..spans[i].End]) : next is null || !_open.HasLookahead(span.End))
            {
                break;
            }

            Cut(clean[cut..], span, next, isLast, pieces);
            cut = spans[i].Start - span.Start + (next ?? span.End);
        }

        _open.FindDoubt();
    }

    private void Cut(string clean, TextSpan span, int? next, bool isLast, List<AnswerPiece> pieces)
    {
        var inside = _open.FindMarkers(span, span.End, isClaim: true);
        var text = TextOf(clean, span, inside);
        var isClaim = inside.Count > 0 || !IsLabel(text, span, isLast);
        var markers = _open.FindMarkers(span, next, isClaim);
        _open.Cut(span, markers, next, _shown);
        if (SourceLists.Contains(WordFolding.Fold(text.AsSpan().Trim(": ：")).Replace(' ', '_')))
        {
            _listsSources = true;
        }
        else if (isClaim && text.Any(char.IsLetterOrDigit) && !_repetition.Repeats(text))
        {
            Show(pieces);
            pieces.Add(new MarkedSentence(text, [.. markers.SelectMany(marker => marker.Numbers).Distinct()]));
        }

        IsLooping |= _repetition.IsLooping;
    }

    private static bool IsFinished(string sentence) => SentencePunctuation.EndsLine(sentence[^1]) && sentence.Any(char.IsLetterOrDigit);

    /// <summary>Whether a line only says what follows, so that nothing has to prove it.</summary>
    private bool IsLabel(string text, TextSpan span, bool isLast) =>
        _open.IsHeading(span)
        || (text.EndsWith(':') || text.EndsWith('：') ? WordCounter.Count(text) <= LongestLabel
            : !isLast && _open.IsBold(span) && !SentencePunctuation.IsTerminal(text[^1]) && WordCounter.Count(text) <= LongestBoldHeading);

    /// <summary>A sentence on one line, without the blanks its markers leave.</summary>
    private static string TextOf(string clean, TextSpan span, IReadOnlyList<OpenText.Marker> markers)
    {
        var text = new StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            var c = char.IsWhiteSpace(clean[i]) ? ' ' : clean[i];
            if ((c == ' ' || SentencePunctuation.Joins(c) || SentencePunctuation.IsTerminal(c)) && markers.Any(marker => marker.Position == i))
            {
                text.Length -= text.Length > 0 && text[^1] == ' ' ? 1 : 0;
            }

            if (c != ' ' || (text.Length > 0 && text[^1] != ' '))
            {
                text.Append(c);
            }
        }

        if (markers.Count > 0)
        {
            text.Replace(" ()", "").Replace("()", "");
        }

        return Label.Replace(text.ToString(), "").Trim();
    }

    private List<AnswerPiece> Finish(List<AnswerPiece> pieces)
    {
        Show(pieces);
        return pieces;
    }

    private void ShowOpen()
    {
        if (!IsOver)
        {
            _open.Show(_shown);
        }
    }

    private void Show(List<AnswerPiece> pieces)
    {
        if (_shown.Length > 0)
        {
            pieces.Add(new WrittenText(_shown.ToString()));
            _shown.Clear();
        }
    }
}
