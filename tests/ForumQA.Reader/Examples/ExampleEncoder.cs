using ForumQA.Onnx.Tokens;

namespace ForumQA.Reader.Examples;

/// <summary>An example as the network reads it.</summary>
/// <param name="Tokens">[CLS] question [SEP] sentences [SEP].</param>
/// <param name="Passage">Where the passage's tokens begin.</param>
/// <param name="Sentences">Each sentence's tokens.</param>
/// <param name="IsAnswering">Which of them answer.</param>
/// <param name="Start">The answer's first token; 0 for none, -1 for unknown.</param>
/// <param name="End">The answer's last token; 0 for none, -1 for unknown.</param>
internal sealed record EncodedExample(long[] Tokens, int Passage, (int Start, int End)[] Sentences, bool[] IsAnswering, int Start, int End)
{
    public bool IsAnswered => IsAnswering.Contains(true);
}

/// <summary>Makes tokens of examples; of a passage that is too long, a window of whole sentences.</summary>
/// <param name="tokenizer">The tokens.</param>
/// <param name="limit">Tokens of question and passage together.</param>
internal sealed class ExampleEncoder(ITextTokenizer tokenizer, int limit)
{
    private const int LongestQuestion = 40;
    private const int LongestSentence = 90;

    /// <summary>Encodes an example, with a window around its sentence.</summary>
    public EncodedExample Encode(ReadingExample example, Random random)
    {
        var question = Cut(tokenizer.Encode(example.Question), LongestQuestion);
        var sentences = example.Sentences.Select(sentence => Cut(tokenizer.Encode(sentence), LongestSentence)).ToList();
        var room = limit - question.Length - (2 * tokenizer.After.Count) - tokenizer.Before.Count;
        var (first, last) = Window(sentences.ConvertAll(sentence => sentence.Length), example.Near, room, random);

        List<long> tokens = [.. tokenizer.Before, .. question, .. tokenizer.After];
        var passage = tokens.Count;
        var spans = new List<(int Start, int End)>();
        var answering = new List<bool>();
        var (start, end) = example.IsAnswered ? (-1, -1) : (0, 0);
        for (var place = first; place <= last; place++)
        {
            if (sentences[place].Length == 0)
            {
                continue;
            }

            spans.Add((tokens.Count, tokens.Count + sentences[place].Length));
            answering.Add(example.Answering.Contains(place));
            if (example is { IsAnswered: true, Span: { } span } && place == example.Answering[0])
            {
                var before = tokenizer.Encode(example.Sentences[place][..span.Start]).Length;
                var inside = tokenizer.Encode(example.Sentences[place][span.Start..span.End]).Length;
                if (inside > 0 && before + inside <= sentences[place].Length)
                {
                    (start, end) = (tokens.Count + before, tokens.Count + before + inside - 1);
                }
            }

            tokens.AddRange(sentences[place]);
        }

        tokens.AddRange(tokenizer.After);
        return new EncodedExample([.. tokens], passage, [.. spans], [.. answering], start, end);
    }

    private static (int First, int Last) Window(List<int> lengths, int near, int room, Random random)
    {
        var (first, last, left) = (near, near, room - lengths[near]);
        while (true)
        {
            var (canBefore, canAfter) = (first > 0 && lengths[first - 1] <= left, last + 1 < lengths.Count && lengths[last + 1] <= left);
            if (!canBefore && !canAfter)
            {
                return (first, last);
            }

            left -= canBefore && (!canAfter || random.Next(2) == 0) ? lengths[--first] : lengths[++last];
        }
    }

    private static long[] Cut(long[] tokens, int most) => tokens.Length <= most ? tokens : tokens[..most];
}
