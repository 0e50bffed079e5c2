using System.Buffers;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>A word of a message as moves are told by: folded, without apostrophes; of Chinese and Japanese each character by itself.</summary>
/// <param name="Text">Its folded letters.</param>
/// <param name="Start">Where it starts in the message, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="OpensSentence">Whether a sentence ended before it.</param>
internal readonly record struct MessageWord(string Text, int Start, int End, bool OpensSentence = false)
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!;\n。？！；");

    /// <summary>The words of a message.</summary>
    public static IReadOnlyList<MessageWord> Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var words = new List<MessageWord>();
        for (var i = 0; i < message.Length;)
        {
            var start = i;
            if (WordCounter.IsIdeograph(message[i]))
            {
                i++;
            }
            else
            {
                while (i < message.Length && IsPart(message, i, start))
                {
                    i++;
                }
            }

            if (i == start)
            {
                i++;
                continue;
            }

            var letters = message[start..i].Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
            var opens = words.Count > 0 && message.AsSpan(words[^1].End, start - words[^1].End).ContainsAny(SentenceEnds);
            words.Add(new MessageWord(WordFolding.Fold(letters), start, i, opens));
        }

        return words;
    }

    private static bool IsPart(string text, int i, int start) =>
        (char.IsLetterOrDigit(text[i]) && !WordCounter.IsIdeograph(text[i]))
        || (i > start && char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark)
        || (i > start && text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]));
}
