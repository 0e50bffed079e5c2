using System.Buffers;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>
/// A way to say something: words, of which <c>(a/b c)</c> is one of several and <c>[a/b]</c> may be missing; <c>*</c> is any words or none, and
/// <c>!</c> before a word or a choice of words asks that the documents do not have them.
/// </summary>
internal sealed class PhrasePattern
{
    /// <summary>Shorter words are too like others to be taken for misspelt.</summary>
    private const int ShortestMisspelt = 4;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(" ([*!");

    private readonly IReadOnlyList<Element> _elements;

    private PhrasePattern(IReadOnlyList<Element> elements) => _elements = elements;

    public static PhrasePattern Parse(string text)
    {
        var elements = new List<Element>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is ' ' or '*')
            {
                if (text[i] == '*')
                {
                    elements.Add(new Element([], IsOptional: true, IsForeign: false));
                }

                i++;
                continue;
            }

            var isForeign = text[i] == '!';
            i += isForeign ? 1 : 0;
            var closing = text[i] switch { '(' => ')', '[' => ']', _ => '\0' };
            var end = closing == '\0' ? text.AsSpan(i).IndexOfAny(Breaks) : text.AsSpan(i).IndexOf(closing);
            end = end < 0 ? text.Length : i + end;
            var inner = closing == '\0' ? text[i..end] : text[(i + 1)..end];
            var choices = (closing == '\0' ? [inner] : inner.Split('/'))
                .Select(choice => MessageWord.Read(choice).Select(word => word.Text).ToArray()).Where(choice => choice.Length > 0).ToArray();
            if (choices.Length > 0)
            {
                elements.Add(new Element(choices, closing == ']', isForeign));
            }

            i = closing == '\0' ? Math.Max(end, i + 1) : end + 1;
        }

        return new PhrasePattern(elements);
    }

    /// <summary>Whether it is all of the words.</summary>
    /// <param name="words">The words of a message.</param>
    /// <param name="isKnown">Whether the documents have a word.</param>
    /// <param name="allowsError">Whether a word that they do not have may stand for another that differs by one letter.</param>
    public bool IsAllOf(IReadOnlyList<MessageWord> words, Func<string, bool> isKnown, bool allowsError) =>
        Ends(words, 0, 0, isKnown, allowsError).Contains(words.Count);

    /// <summary>How many of the first words it may take, the most first; 0 when none.</summary>
    public int LongestPrefixOf(IReadOnlyList<MessageWord> words) => Ends(words, 0, 0, _ => true, allowsError: false).DefaultIfEmpty(0).Max();

    private IEnumerable<int> Ends(IReadOnlyList<MessageWord> words, int position, int element, Func<string, bool> isKnown, bool allowsError)
    {
        if (element == _elements.Count)
        {
            yield return position;
            yield break;
        }

        if (_elements[element].IsAnything)
        {
            // Any words of one sentence: what another one says is another matter.
            for (var next = position + 1; next <= words.Count && (next == position + 1 || !words[next - 1].OpensSentence); next++)
            {
                foreach (var end in Ends(words, next, element + 1, isKnown, allowsError))
                {
                    yield return end;
                }
            }
        }

        foreach (var choice in _elements[element].Choices)
        {
            if (Fits(choice, words, position, isKnown, allowsError && !_elements[element].IsForeign, out var misspelt)
                && !(_elements[element].IsForeign && choice.Any(isKnown)))
            {
                // One typing error a message: with two, any word is like any other.
                foreach (var end in Ends(words, position + choice.Length, element + 1, isKnown, allowsError && !misspelt))
                {
                    yield return end;
                }
            }
        }

        if (_elements[element].IsOptional)
        {
            foreach (var end in Ends(words, position, element + 1, isKnown, allowsError))
            {
                yield return end;
            }
        }
    }

    private static bool Fits(string[] choice, IReadOnlyList<MessageWord> words, int position, Func<string, bool> isKnown, bool allowsError, out bool misspelt)
    {
        misspelt = false;
        if (position + choice.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < choice.Length; i++)
        {
            var word = words[position + i].Text;
            if (word == choice[i])
            {
                continue;
            }

            if (misspelt || !allowsError || word.Length < ShortestMisspelt || choice[i].Length < ShortestMisspelt
                || EditDistance.Between(word, choice[i], 1) > 1 || isKnown(word))
            {
                return false;
            }

            misspelt = true;
        }

        return true;
    }

    /// <summary>One place of a pattern.</summary>
    /// <param name="Choices">What may stand there; none where anything may.</param>
    /// <param name="IsOptional">Whether it may be missing.</param>
    /// <param name="IsForeign">Whether the documents must not have it.</param>
    private sealed record Element(string[][] Choices, bool IsOptional, bool IsForeign)
    {
        public bool IsAnything => Choices.Length == 0;
    }
}
