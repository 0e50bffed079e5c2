using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A passage that one of the legs proposed.</summary>
/// <param name="stored">The passage.</param>
internal sealed class CandidatePassage(StoredPassage stored)
{
    private readonly ReadPassage _read = ReadPassage.Of(stored.Passage, stored.DocumentTitle);

    public StoredPassage Stored => stored;

    public List<Token> Tokens => _read.Words;

    /// <inheritdoc cref="ReadPassage.SentenceOf"/>
    public int[] SentenceOf => _read.SentenceOf;

    public int SentenceCount => Math.Max(1, _read.Sentences.Count);

    /// <inheritdoc cref="ReadPassage.HeadingWords"/>
    public List<Token> HeadingTokens => _read.HeadingWords;

    /// <inheritdoc cref="ReadPassage.GramCount"/>
    public int GramCount => _read.GramCount;

    /// <inheritdoc cref="ReadPassage.Shingles"/>
    public ulong[] Shingles => _read.Shingles;
}
