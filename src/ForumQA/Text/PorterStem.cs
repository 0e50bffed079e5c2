namespace ForumQA.Text;

/// <summary>A word that <see cref="PorterStemmer"/> is cutting down. "Before" a suffix means without that many last letters.</summary>
/// <param name="buffer">The letters, with room for one more than the word has.</param>
/// <param name="length">How many of them are the word.</param>
internal ref struct PorterStem(Span<char> buffer, int length)
{
    private readonly Span<char> _letters = buffer;
    private int _length = length;

    public readonly bool EndsWith(string suffix) => _letters[.._length].EndsWith(suffix);

    public void Cut(int count) => _length -= count;

    public void Replace(int count, string replacement)
    {
        Cut(count);
        replacement.CopyTo(_letters[_length..]);
        _length += replacement.Length;
    }

    /// <summary>How many times a vowel is followed by a consonant before a suffix: Porter's m.</summary>
    public readonly int Measure(int suffix)
    {
        var measure = 0;
        for (var i = 1; i < _length - suffix; i++)
        {
            measure += IsConsonant(i) && !IsConsonant(i - 1) ? 1 : 0;
        }

        return measure;
    }

    public readonly bool HasVowel(int suffix)
    {
        for (var i = 0; i < _length - suffix; i++)
        {
            if (!IsConsonant(i))
            {
                return true;
            }
        }

        return false;
    }

    public readonly bool EndsInDoubleConsonant() =>
        _length >= 2 && _letters[_length - 1] == _letters[_length - 2] && IsConsonant(_length - 1);

    /// <summary>Consonant, vowel, consonant, and the last not w, x or y: Porter's *o.</summary>
    public readonly bool EndsInShortSyllable(int suffix)
    {
        var last = _length - suffix - 1;
        return last >= 2 && IsConsonant(last) && !IsConsonant(last - 1) && IsConsonant(last - 2) && _letters[last] is not ('w' or 'x' or 'y');
    }

    public override readonly string ToString() => _letters[.._length].ToString();

    private readonly bool IsConsonant(int i) => _letters[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(i - 1),
        _ => true,
    };
}
