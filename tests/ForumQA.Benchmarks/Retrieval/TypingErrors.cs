using System.Text;
using ForumQA.Text;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>
/// Makes two typing errors in a question, the same ones every time: SplitMix64 seeded with FNV-1a of the question's UTF-16 code units.
/// Two different words of four or more letters are drawn, or the same one twice when there is only one, or the longest word when there is
/// none. In each, one letter is inserted, deleted, substituted or transposed with the next, all equally likely, at an equally likely place;
/// a new letter is any from a to z, when it substitutes another one than before.
/// </summary>
internal sealed class TypingErrors
{
    private const int Errors = 2;
    private const int ShortestWord = 4;

    private ulong _state;

    private TypingErrors(string question)
    {
        _state = 14695981039346656037;
        foreach (var c in question)
        {
            _state = (_state ^ c) * 1099511628211;
        }
    }

    /// <param name="question">The question.</param>
    /// <param name="contentWordsOnly">Whether stop words are spared.</param>
    public static string Add(string question, bool contentWordsOnly)
    {
        var words = FindWords(question);
        if (words.Count == 0)
        {
            return question;
        }

        var eligible = words.Where(word => word.Length >= ShortestWord && !(contentWordsOnly && Tokenizer.WordOf(word.Of(question)).IsStopWord)).ToList();
        return new TypingErrors(question).Change(question, eligible.Count > 0 ? eligible : [words.MaxBy(word => word.Length)]);
    }

    private static List<TextSpan> FindWords(string question)
    {
        var words = new List<TextSpan>();
        for (var i = 0; i < question.Length; i++)
        {
            var start = i;
            while (i < question.Length && char.IsLetter(question[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(new TextSpan(start, i));
            }
        }

        return words;
    }

    private string Change(string question, List<TextSpan> eligible)
    {
        var drawn = new List<TextSpan>();
        var left = new List<TextSpan>();
        for (var i = 0; i < Errors; i++)
        {
            left = left.Count == 0 ? [.. eligible] : left;
            var at = Draw(left.Count);
            drawn.Add(left[at]);
            left.RemoveAt(at);
        }

        // From the end, so that places before stay right.
        foreach (var word in drawn.GroupBy(word => word).OrderByDescending(word => word.Key.Start))
        {
            var letters = new StringBuilder(question, word.Key.Start, word.Key.Length, word.Key.Length + Errors);
            for (var i = 0; i < word.Count(); i++)
            {
                Change(letters);
            }

            question = string.Concat(question.AsSpan(0, word.Key.Start), letters.ToString(), question.AsSpan(word.Key.End));
        }

        return question;
    }

    private void Change(StringBuilder word)
    {
        switch (Draw(4))
        {
            case 0:
                word.Insert(Draw(word.Length + 1), DrawLetter());
                break;
            case 1 when word.Length > 1:
                word.Remove(Draw(word.Length), 1);
                break;
            case 2:
                var at = Draw(word.Length);
                var before = char.ToLowerInvariant(word[at]);
                do
                {
                    word[at] = DrawLetter();
                }
                while (word[at] == before);
                break;
            default:
                if (word.Length > 1)
                {
                    var first = Draw(word.Length - 1);
                    (word[first], word[first + 1]) = (word[first + 1], word[first]);
                }

                break;
        }
    }

    private char DrawLetter() => (char)('a' + Draw(26));

    private int Draw(int count)
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return (int)((bits ^ (bits >> 31)) % (ulong)count);
    }
}
