using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Notices a model that says the same again and again.</summary>
internal sealed class RepetitionWatch
{
    /// <summary>The third of the same sentence in a row is a loop.</summary>
    private const int MostOfTheSame = 2;

    /// <summary>So many sentences in a row that all were said before are one, whatever their period.</summary>
    private const int MostRepeated = 4;

    /// <summary>Shorter sentences, such as "Yes.", may come twice with sense.</summary>
    private const int ShortestRepetition = 3;

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private string? _previous;
    private int _same;
    private int _repeated;

    /// <summary>Whether the model goes round in circles.</summary>
    public bool IsLooping => _same >= MostOfTheSame || _repeated >= MostRepeated;

    /// <summary>Whether the sentence was said before; then it need not be said again.</summary>
    public bool Repeats(string sentence)
    {
        var words = Tokenizer.Tokenize(sentence);
        var key = string.Join(' ', words.Select(word => word.Word.Folded));
        var isSame = key == _previous;
        var isRepeated = !_said.Add(key);
        _same = isSame ? _same + 1 : 0;
        _repeated = isRepeated ? _repeated + 1 : 0;
        _previous = key;
        return isSame || (isRepeated && words.Count >= ShortestRepetition);
    }
}
