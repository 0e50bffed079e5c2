using System.Text.RegularExpressions;

namespace ForumQA.Answering.Planning;

/// <summary>What the layout makes of a line.</summary>
internal enum LineKind
{
    /// <summary>Running text, or a line of it.</summary>
    Text,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A numbered step.</summary>
    Step,

    /// <summary>An item of a list.</summary>
    Bullet,
}

/// <summary>A line of a document with the sentences on it: an item of a list, a row of a table, a term with its explanation.</summary>
/// <param name="Sentences">At least one, in order.</param>
/// <param name="Kind">What the layout makes of it.</param>
/// <param name="Text">The whole line.</param>
/// <param name="Term">What a line explains: what stands before a colon or a dash, or in the first cell; empty when it explains nothing.</param>
/// <param name="Block">The number of its block in the document; the lines of one list or table share it.</param>
internal sealed partial record DocumentLine(IReadOnlyList<CorpusSentence> Sentences, LineKind Kind, string Text, string Term, int Block)
{
    private const string CellBreak = " | ";

    private const string HeadingBreak = " › ";

    private IReadOnlyList<string>? _cells;

    /// <summary>The cells of a row, the first and the last of which may be empty; the whole line of anything else.</summary>
    public IReadOnlyList<string> Cells => _cells ??= Kind == LineKind.Row ? $"{(Text.StartsWith('|') ? " " : "")}{Text}{(Text.EndsWith('|') ? " " : "")}".Split(CellBreak, StringSplitOptions.TrimEntries) : [Text];

    /// <summary>The headings it stands under.</summary>
    public string Heading => Sentences[0].Heading;

    /// <summary>The innermost of them.</summary>
    public string InnermostHeading => Heading.Split(HeadingBreak)[^1];

    /// <summary>Whether it says something of what stands over it: "Open to: everyone" under the name of a boat.</summary>
    public bool IsOfEntry => Kind == LineKind.Text && Term.Length > 0 && InnermostHeading.Length > 0 && InnermostHeading != Sentences[0].Document.Title;

    /// <summary>The lines of a document that hold sentences, in order.</summary>
    /// <param name="sentences">The sentences of one document in reading order.</param>
    public static IReadOnlyList<DocumentLine> Of(IReadOnlyList<CorpusSentence> sentences)
    {
        if (sentences.Count == 0)
        {
            return [];
        }

        var text = sentences[0].Document.Text;
        var lines = new List<DocumentLine>();
        var (block, last) = (0, 0);
        foreach (var line in sentences.GroupBy(sentence => text.LastIndexOf('\n', Math.Max(0, sentence.Sentence.Start - 1)) + 1))
        {
            block += text.AsSpan(last, Math.Max(0, line.Key - last)).Contains("\n\n", StringComparison.Ordinal) ? 1 : 0;
            var end = text.IndexOf('\n', line.Key) is >= 0 and var found ? found : text.Length;
            last = end;
            lines.Add(Read([.. line], text[line.Key..end], block));
        }

        return lines;
    }

    private static DocumentLine Read(IReadOnlyList<CorpusSentence> sentences, string line, int block)
    {
        if (line.Contains(CellBreak, StringComparison.Ordinal))
        {
            return new DocumentLine(sentences, LineKind.Row, line, line.StartsWith('|') ? "" : line[..line.IndexOf(CellBreak, StringComparison.Ordinal)].Trim(), block);
        }

        var marker = Marker().Match(line);
        var entry = Entry().Match(line, marker.Length);
        return new DocumentLine(
            sentences,
            marker.Groups["number"].Success ? LineKind.Step : marker.Success ? LineKind.Bullet : LineKind.Text,
            line,
            entry.Success ? entry.Groups["term"].Value : "",
            block);
    }

    /// <summary>Whether two lines stand in the same list or table.</summary>
    public bool IsBeside(DocumentLine other) => Block == other.Block && Kind == other.Kind;

    [GeneratedRegex(@"^(?:(?<number>\d{1,3}[.)])|[-*•‣]) (?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();

    // A full stop or a colon may stand inside a term, as in "/etc/hosts.conf", but not end a word of it.
    [GeneratedRegex(@"\G(?<term>(?:[^\n:|.!?;–—]|[:.](?=\S)){1,72}?)(?::\s|\s[–—]\s)(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
