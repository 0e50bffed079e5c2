using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>A way to say something: words, of which <c>(a/b c)</c> is one of several and <c>[a/b]</c> may be missing.</summary>
internal sealed class PhrasePattern
{
    /// <summary>Shorter words are too like others to be taken for misspelt.</summary>
    private const int ShortestMisspelt = 4;

    private readonly IReadOnlyList<Element> _elements;

    private PhrasePattern(IReadOnlyList<Element> elements) => _elements = elements;

    public static PhrasePattern Parse(string text)
    {
        var elements = new List<Element>();
        for (var i = 0; i < text.Length;)
        {
            var closing = text[i] switch { '(' => ')', '[' => ']', _ => '\0' };
            var end = closing == '\0' ? text.AsSpan(i).IndexOfAny('(', '[') : text.AsSpan(i).IndexOf(closing);
            end = end < 0 ? text.Length : i + end;
            var inner = closing == '\0' ? text[i..end] : text[(i + 1)..end];
            var choices = (closing == '\0' ? [inner] : inner.Split('/'))
                .Select(choice => MessageWord.Read(choice).Select(word => word.Text).ToArray()).Where(choice => choice.Length > 0).ToArray();
            if (choices.Length > 0)
            {
                elements.Add(new Element(choices, closing == ']'));
            }

            i = closing == '\0' ? end : end + 1;
        }

        return new PhrasePattern(elements);
    }

    /// <summary>Whether it is all of the words.</summary>
    /// <param name="words">The words of a message.</param>
    /// <param name="mayBeMisspelt">Whether a word may stand for another that differs by one letter; null when none may.</param>
    public bool IsAllOf(IReadOnlyList<MessageWord> words, Func<string, bool>? mayBeMisspelt) =>
        Ends(words, 0, 0, mayBeMisspelt).Contains(words.Count);

    /// <summary>How many of the first words it may take, the most first; 0 when none.</summary>
    public int LongestPrefixOf(IReadOnlyList<MessageWord> words) => Ends(words, 0, 0, null).DefaultIfEmpty(0).Max();

    private IEnumerable<int> Ends(IReadOnlyList<MessageWord> words, int position, int element, Func<string, bool>? mayBeMisspelt)
    {
        if (element == _elements.Count)
        {
            yield return position;
            yield break;
        }

        foreach (var choice in _elements[element].Choices)
        {
            if (Fits(choice, words, position, mayBeMisspelt, out var misspelt))
            {
                // One typing error a message: with two, any word is like any other.
                foreach (var end in Ends(words, position + choice.Length, element + 1, misspelt ? null : mayBeMisspelt))
                {
                    yield return end;
                }
            }
        }

        if (_elements[element].IsOptional)
        {
            foreach (var end in Ends(words, position, element + 1, mayBeMisspelt))
            {
                yield return end;
            }
        }
    }

    private static bool Fits(string[] choice, IReadOnlyList<MessageWord> words, int position, Func<string, bool>? mayBeMisspelt, out bool misspelt)
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

            if (misspelt || mayBeMisspelt is null || word.Length < ShortestMisspelt || choice[i].Length < ShortestMisspelt
                || EditDistance.Between(word, choice[i], 1) > 1 || !mayBeMisspelt(word))
            {
                return false;
            }

            misspelt = true;
        }

        return true;
    }

    private sealed record Element(string[][] Choices, bool IsOptional);
}
