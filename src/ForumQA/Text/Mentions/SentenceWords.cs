namespace ForumQA.Text.Mentions;

/// <summary>The words of one sentence, with what stands between them. Offsets point into the whole text.</summary>
internal sealed class SentenceWords
{
    private readonly string _text;
    private readonly List<Token> _tokens;

    public SentenceWords(string text, TextSpan span, bool isHeading)
    {
        _text = text;
        Span = span;
        IsHeading = isHeading;
        _tokens = Tokenizer.Tokenize(span.Of(text));
    }

    public TextSpan Span { get; }

    public bool IsHeading { get; }

    public int Count => _tokens.Count;

    public int Start(int i) => Span.Start + _tokens[i].Start;

    public int End(int i) => Span.Start + _tokens[i].End;

    public string Folded(int i) => _tokens[i].Word.Folded;

    public bool IsStopWord(int i) => _tokens[i].Word.IsStopWord;

    public ReadOnlySpan<char> Raw(int i) => _text.AsSpan(Start(i), _tokens[i].Length);

    /// <summary>Whether a word has a capital letter, as names have: "Gao", "iFlytek".</summary>
    public bool IsName(int i) => i >= 0 && i < Count && (_tokens[i].IsCapitalized || Raw(i).IndexOfAnyInRange('A', 'Z') >= 0);

    /// <summary>What stands between a word and the next; after the last, up to the end of the sentence; before the first, from its beginning.</summary>
    public ReadOnlySpan<char> Gap(int i)
    {
        var start = i < 0 ? Span.Start : End(i);
        var end = i + 1 < Count ? Start(i + 1) : Span.End;

        // Chinese and Japanese words overlap: pairs of neighbouring characters.
        return _text.AsSpan(start, Math.Max(0, end - start));
    }

    /// <summary>The text from one word to another, that one not included.</summary>
    public string Text(WordRun run) => _text[Start(run.From)..EndOf(run)];

    /// <summary>Where a run ends, with the full stop that belongs to "Ltd.".</summary>
    public int EndOf(WordRun run)
    {
        var end = End(run.To - 1);
        return run.Length > 1 && end < Span.End && _text[end] == '.' && MentionLexicon.AbbreviatedForms.Contains(Folded(run.To - 1)) ? end + 1 : end;
    }

    /// <summary>The folded words from one to another, that one not included, parted by blanks.</summary>
    public string Key(WordRun run) => string.Join(' ', Enumerable.Range(run.From, run.Length).Select(Folded));

    /// <summary>Whether any word of the run is in a list.</summary>
    public bool Any(WordRun run, IReadOnlySet<string> words)
    {
        for (var i = run.From; i < run.To; i++)
        {
            if (words.Contains(Folded(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every word of the run is in a list.</summary>
    public bool All(WordRun run, IReadOnlySet<string> words)
    {
        for (var i = run.From; i < run.To; i++)
        {
            if (!words.Contains(Folded(i)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Words <c>[From, To)</c> of a sentence.</summary>
internal readonly record struct WordRun(int From, int To)
{
    public int Length => To - From;

    public bool Overlaps(WordRun other) => From < other.To && other.From < To;
}
