using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A passage that one of the legs proposed, read into words and sentences.</summary>
internal sealed class CandidatePassage
{
    public CandidatePassage(StoredPassage stored)
    {
        Stored = stored;
        Tokens = Tokenizer.Tokenize(stored.Passage.Text);
        SentenceOf = new int[Tokens.Count];
        var sentences = SentenceSplitter.Split(stored.Passage.Text);
        var sentence = 0;
        for (var i = 0; i < SentenceOf.Length; i++)
        {
            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Start <= Tokens[i].Start)
            {
                sentence++;
            }

            SentenceOf[i] = sentence;
        }

        SentenceCount = Math.Max(1, sentences.Count);
        HeadingTokens = Tokenizer.Tokenize($"{stored.DocumentTitle}\n{stored.Passage.Heading}");
        foreach (var token in Tokens)
        {
            GramCount += token.Word.Grams.Length;
        }
    }

    public StoredPassage Stored { get; }

    public List<Token> Tokens { get; }

    /// <summary>For each token the number of its sentence, from 0.</summary>
    public int[] SentenceOf { get; }

    public int SentenceCount { get; }

    /// <summary>The words of the document's title and of the headings above.</summary>
    public List<Token> HeadingTokens { get; }

    /// <summary>How many character grams its words have, stop words left out.</summary>
    public int GramCount { get; }
}
