using ForumQA.Text;

namespace ForumQA.Ingestion;

/// <summary>A sentence of a document, or a piece of one that is too long for a passage.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Words">Its length in words.</param>
/// <param name="Heading">The number of the heading it belongs to, from 0; -1 for a sentence of the body.</param>
/// <param name="EndsParagraph">Whether an empty line follows.</param>
/// <param name="Choice">A number from its words, by which a place to cut is chosen.</param>
internal readonly record struct ChunkSentence(int Start, int End, double Words, int Heading, bool EndsParagraph, int Choice)
{
    private const int Choices = 16;

    public bool IsHeading => Heading >= 0;

    public static List<ChunkSentence> Of(Document document, ChunkingOptions options)
    {
        var text = document.Text;
        var spans = Spans(text, options);
        var sentences = new List<ChunkSentence>(spans.Count);
        var heading = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var (start, end) = spans[i];
            while (heading < document.Headings.Count && document.Headings[heading].End <= start)
            {
                heading++;
            }

            var inHeading = heading < document.Headings.Count && document.Headings[heading].Start <= start && end <= document.Headings[heading].End;
            var next = i + 1 < spans.Count ? spans[i + 1].Start : text.Length;
            var words = text.AsSpan(start, end - start);
            sentences.Add(new ChunkSentence(
                start, end, WordCounter.Count(words), inHeading ? heading : -1, text.AsSpan(end, next - end).Count('\n') > 1, ChoiceOf(words)));
        }

        return sentences;
    }

    private static List<TextSpan> Spans(string text, ChunkingOptions options)
    {
        var spans = new List<TextSpan>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (WordCounter.Count(sentence.Of(text)) <= options.MaxWords)
            {
                spans.Add(sentence);
            }
            else
            {
                OversizedSentence.Split(text, sentence, options.MinWords, options.MaxWords, spans);
            }
        }

        return spans;
    }

    /// <summary>FNV-1a; <see cref="string.GetHashCode()"/> differs between processes.</summary>
    private static int ChoiceOf(ReadOnlySpan<char> words)
    {
        var hash = 2166136261u;
        foreach (var c in words)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash ^ (hash >> 16)) % Choices);
    }
}
