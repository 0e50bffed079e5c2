using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A passage read into sentences and words: what does not depend on a question. Safe for use by many threads.</summary>
internal sealed class ReadPassage
{
    // The same passages come up in question after question, and reading one costs more than finding it here. A slot belongs to the
    // passage that came last, so that the cache needs neither a lock nor a limit; at some 20 KB a passage it grows to 40 MB.
    private const int CacheBits = 11;

    private static readonly ReadPassage?[] Cache = new ReadPassage?[1 << CacheBits];

    private const int ShingleLength = 3;

    private readonly string _title;
    private readonly string? _heading;
    private ulong[]? _shingles;

    private ReadPassage(Passage passage, string documentTitle)
    {
        (Text, _title, _heading) = (passage.Text, documentTitle, passage.Heading);
        Words = Tokenizer.Tokenize(Text);
        HeadingWords = Tokenizer.Tokenize($"{documentTitle}\n{passage.Heading}");
        Sentences = ReadSentences(passage, Words);
        SentenceOf = new int[Words.Count];
        for (int i = 0, sentence = 0; i < SentenceOf.Length; i++)
        {
            while (sentence + 1 < Sentences.Count && Sentences[sentence + 1].Span.Start <= Words[i].Start)
            {
                sentence++;
            }

            SentenceOf[i] = sentence;
            GramCount += Words[i].Word.Grams.Length;
        }
    }

    /// <summary>The passage's text.</summary>
    public string Text { get; }

    /// <summary>Its words; their offsets point into <see cref="Text"/>.</summary>
    public List<Token> Words { get; }

    /// <summary>Its sentences and the lines of headings, in order; they cover all that is not white space.</summary>
    public IReadOnlyList<ReadSentence> Sentences { get; }

    /// <summary>For each word the number of its sentence, from 0.</summary>
    public int[] SentenceOf { get; }

    /// <summary>The words of the document's title and of the headings above.</summary>
    public List<Token> HeadingWords { get; }

    /// <summary>How many character grams its words have, stop words left out.</summary>
    public int GramCount { get; }

    /// <summary>The hashes of its runs of three words, in order, each once; see <see cref="NearDuplicates"/>.</summary>
    public ulong[] Shingles => _shingles ??= ReadShingles(Words);

    /// <summary>Reads a passage, or remembers it.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="documentTitle">The title of its document.</param>
    public static ReadPassage Of(Passage passage, string documentTitle)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(documentTitle);
        ref var slot = ref Cache[(uint)string.GetHashCode(passage.Text) >> (32 - CacheBits)];
        if (Volatile.Read(ref slot) is { } known && known.Text == passage.Text && known._title == documentTitle && known._heading == passage.Heading)
        {
            return known;
        }

        var read = new ReadPassage(passage, documentTitle);
        Volatile.Write(ref slot, read);
        return read;
    }

    private static ulong[] ReadShingles(List<Token> words)
    {
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + ShingleLength <= words.Count; i++)
        {
            var hash = 0UL;
            for (var j = 0; j < ShingleLength; j++)
            {
                hash = (hash ^ words[i + j].Word.Hash) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 32;
            }

            shingles.Add(hash);
        }

        var sorted = shingles.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static ReadSentence[] ReadSentences(Passage passage, List<Token> words)
    {
        var spans = SentenceSplitter.Split(passage.Text);
        var sentences = new ReadSentence[spans.Count];
        var next = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            // No word reaches over the end of a sentence, so that the words of one are those that start in it.
            var own = new List<Token>();
            for (; next < words.Count && words[next].Start < spans[i].End; next++)
            {
                own.Add(words[next] with { Start = words[next].Start - spans[i].Start });
            }

            sentences[i] = new ReadSentence(spans[i], spans[i].Of(passage.Text).ToString(), own, HeadingLine.Is(passage, spans[i]));
        }

        return sentences;
    }
}

/// <summary>A sentence of a passage, or the line of a heading.</summary>
/// <param name="Span">In the passage's text.</param>
/// <param name="Text">Its words, verbatim.</param>
/// <param name="Words">Its words; their offsets point into <paramref name="Text"/>.</param>
/// <param name="IsHeading">Whether it is a heading, and so nothing to quote.</param>
internal sealed record ReadSentence(TextSpan Span, string Text, List<Token> Words, bool IsHeading)
{
    /// <summary>The stems of its words, stop words included.</summary>
    public HashSet<string> Stems { get; } = Words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
}
