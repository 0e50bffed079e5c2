using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ForumQA.Answering;
using ForumQA.Api.Answers;

namespace ForumQA.Api.ChatCompletions;

/// <summary>Writes an answer as the text of a chat message: sentences with markers, then what they rest on. It only ever grows, for a stream takes nothing back.</summary>
/// <param name="addressOf">Where a reader finds what a citation quotes.</param>
internal sealed partial class ChatText(Func<Citation, string> addressOf)
{
    private const string NotFound = "Not in these documents.";
    private const string SourcesHeading = "\n\nSources:";
    private const string ParagraphBreak = "\n\n";
    private const int NearestShown = 3;
    private const int QuotationLength = 240;

    private readonly StringBuilder _text = new();
    private readonly List<Citation> _sources = [];
    private readonly List<ChatAnnotationJson> _annotations = [];
    private string? _told;
    private string? _group;
    private bool _endsWithLead;
    private int _sentences;

    /// <summary>One for each marker.</summary>
    public IReadOnlyList<ChatAnnotationJson> Annotations => _annotations;

    /// <summary>Adds a whole answer, once there is one.</summary>
    /// <returns>The answer, and its text.</returns>
    public async Task<(Answer Answer, string Content)> WriteAsync(IAsyncEnumerable<AnswerStep> steps, CancellationToken cancellationToken)
    {
        var completed = (AnswerCompleted)(await steps.LastAsync(cancellationToken).ConfigureAwait(false)).Update;
        return (completed.Answer, (completed.Answer.Lead is { } lead ? AddLead(lead) : "") + Add(completed));
    }

    /// <summary>Adds what an update brings and returns what it adds to the text.</summary>
    public string Add(AnswerUpdate update) => update switch
    {
        LeadWritten lead => AddLead(lead.Text),
        SentenceVerified verified => Add(verified.Sentence),
        AnswerRestarted restarted => Restart(restarted.Note),
        AnswerCompleted { Answer: var answer } => string.Concat(answer.Sentences.Skip(_sentences).Select(Add)) + End(answer),
        _ => "",
    };

    /// <summary>Adds what ForumQA says itself and returns what it adds to the text.</summary>
    public string AddLead(string lead) => Grow(() =>
    {
        _text.Append(lead.ReplaceLineEndings("\n"));
        _endsWithLead = true;
    });

    /// <summary>Adds a verified sentence and returns what it adds to the text.</summary>
    public string Add(AnswerSentence sentence) => Grow(() =>
    {
        _sentences++;
        if (sentence.Group is { } group)
        {
            AddToGroup(group);
        }
        else if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append(_endsWithLead ? ParagraphBreak : " ");
        }

        _endsWithLead = false;

        _text.Append(OneLine(sentence.Text));
        for (var i = 0; i < sentence.Citations.Count; i++)
        {
            AddMarker(sentence.Citations[i], spaced: i == 0);
        }

        _text.Append(sentence.Support switch { Support.Supported => "", Support.Partial => " (supported in part)", _ => " (not supported)" });
    });

    /// <summary>Says why the answer begins anew, when a part of it has gone out; that part was verified and stays true.</summary>
    public string Restart(AnswerNote note) => Grow(() =>
    {
        _sentences = 0;
        if (_text.Length > 0)
        {
            _text.Append(ParagraphBreak).Append(_told = note.Message).Append(ParagraphBreak);
            _group = null;
        }
    });

    /// <summary>Adds what stands below the sentences and returns it.</summary>
    public string End(Answer answer) => Grow(() =>
    {
        if (answer.Status == AnswerStatus.NotFound)
        {
            Paragraph($"{NotFound} {answer.Abstention?.Reason}".TrimEnd());
            AddNearest(answer.Abstention);
        }
        else if (answer.Status == AnswerStatus.Partial)
        {
            // What a model wrote was checked sentence by sentence: the reason says what is left open, and the rest stands.
            Paragraph(answer is { Model: not null, Abstention: { } left } ? left.Reason : $"This may not answer the question. {answer.Abstention?.Reason}".TrimEnd());
        }

        foreach (var note in answer.Notes.Where(note => note.Message != _told))
        {
            Paragraph(note.Message);
        }

        AddSources();
    });

    /// <summary>What an earlier message of ours answered; null when it found nothing. Its sources are left out, as are those of no one else.</summary>
    public static string? AnswerIn(string message)
    {
        var text = message.ReplaceLineEndings("\n").Trim();
        if (text.StartsWith(NotFound, StringComparison.Ordinal))
        {
            return null;
        }

        var sources = text.IndexOf(SourcesHeading, StringComparison.Ordinal);
        if (sources < 0)
        {
            return text;
        }

        // What has a marker is a sentence; leads, headings, doubts and notes have none.
        var said = text[..sources].Split('\n').Where(line => Markers().IsMatch(line)).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line);
        return Markers().Replace(string.Join(' ', said), "");
    }

    /// <summary>A heading where a group begins, and its sentences as a list of Markdown.</summary>
    private void AddToGroup(string group)
    {
        if (group != _group)
        {
            _text.Append(_text.Length == 0 || _text[^1] == '\n' ? "" : ParagraphBreak).Append(CultureInfo.InvariantCulture, $"**{OneLine(group)}**\n");
            _group = group;
        }

        _text.Append("\n- ");
    }

    private string Grow(Action add)
    {
        var start = _text.Length;
        add();
        return _text.ToString(start, _text.Length - start);
    }

    // Numbered here and not by the answer: after a restart its numbers begin again, and the text would name two sources with one.
    private void AddMarker(Citation citation, bool spaced)
    {
        var number = _sources.FindIndex(source => (source.DocumentId, source.Start, source.End) == (citation.DocumentId, citation.Start, citation.End)) + 1;
        if (number == 0)
        {
            _sources.Add(citation);
            number = _sources.Count;
        }

        _text.Append(spaced ? " " : "");
        var start = _text.Length;
        _text.Append(CultureInfo.InvariantCulture, $"[{number}]");
        _annotations.Add(new ChatAnnotationJson(new UrlCitationJson(addressOf(citation), citation.DocumentTitle, start, _text.Length)));
    }

    private void AddNearest(Abstention? abstention)
    {
        if (abstention is not { Nearest.Count: > 0 })
        {
            return;
        }

        Paragraph("What comes nearest:");
        foreach (var evidence in abstention.Nearest.Take(NearestShown))
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n- {Place(evidence.DocumentTitle, evidence.Passage.Heading, evidence.Passage.Page)}: “{Excerpt(evidence.Passage.Text)}”");
        }
    }

    // A list of Markdown: clients that show it as such would otherwise make one paragraph of it.
    private void AddSources()
    {
        if (_sources.Count == 0)
        {
            return;
        }

        _text.Append(SourcesHeading);
        for (var i = 0; i < _sources.Count; i++)
        {
            var source = _sources[i];
            _text.Append(CultureInfo.InvariantCulture, $"\n- [{i + 1}] {Place(source.DocumentTitle, source.Heading, source.Page)}: “{Excerpt(source.Quotation)}”");
        }
    }

    private void Paragraph(string text) => _text.Append(_text.Length == 0 || _text[^1] == '\n' ? "" : "\n\n").Append(OneLine(text));

    private static string Place(string title, string? heading, int? page) =>
        OneLine(title)
        + (heading is null || heading == title ? "" : " › " + OneLine(heading))
        + (page is { } number ? string.Create(CultureInfo.InvariantCulture, $", page {number}") : "");

    private static string Excerpt(string text)
    {
        var line = OneLine(text);
        if (line.Length <= QuotationLength)
        {
            return line;
        }

        // Not between the two halves of a character.
        var end = char.IsHighSurrogate(line[QuotationLength - 1]) ? QuotationLength - 1 : QuotationLength;
        return line[..end].TrimEnd() + "…";
    }

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s?(\[[0-9]{1,4}\])+")]
    private static partial Regex Markers();
}
