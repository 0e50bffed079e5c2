using System.Buffers;
using System.Text;
using FastBertTokenizer;

namespace ForumQA.Onnx.Tokens;

/// <summary>The tokens of BERT models.</summary>
internal sealed class WordPieceTokenizer : ITextTokenizer
{
    /// <summary>Decomposed, a character becomes at most four, and each of them may be a token.</summary>
    private const int TokensPerCharacter = 4;

    private const int SpecialTokens = 2;

    private readonly BertTokenizer _tokenizer;

    public WordPieceTokenizer(BertTokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        Span<long> ids = stackalloc long[SpecialTokens];
        Span<long> mask = stackalloc long[SpecialTokens];
        tokenizer.Encode("", ids, mask);
        (Before, After) = ([ids[0]], [ids[1]]);
    }

    public IReadOnlyList<long> Before { get; }

    public IReadOnlyList<long> After { get; }

    public static WordPieceTokenizer Load(TextReader vocabulary, bool lowerCase)
    {
        var tokenizer = new BertTokenizer();
        tokenizer.LoadVocabulary(vocabulary, lowerCase);
        return new WordPieceTokenizer(tokenizer);
    }

    public long[] Encode(string text)
    {
        // Normalizing throws on half a surrogate pair.
        var whole = IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var room = (whole.Length * TokensPerCharacter) + SpecialTokens;
        var ids = ArrayPool<long>.Shared.Rent(room);
        var mask = ArrayPool<long>.Shared.Rent(room);
        try
        {
            var count = _tokenizer.Encode(whole, ids.AsSpan(0, room), mask.AsSpan(0, room));
            return ids.AsSpan(1, count - SpecialTokens).ToArray();
        }
        finally
        {
            ArrayPool<long>.Shared.Return(ids);
            ArrayPool<long>.Shared.Return(mask);
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
