using ForumQA.Answering.Verification;

namespace ForumQA.Answering.Checking;

/// <summary>A sentence of a document beside a claim, with what tells of whom and what it speaks.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Context">What it may leave unsaid: the title and the headings above, and the sentences before it in its passage.</param>
internal sealed record ClaimSource(QuotableSentence Sentence, Statement[] Context)
{
    private const int MostContext = 2;
    private const int FewestShared = 2;

    /// <summary>The share of a claim's words that a sentence needs to speak of the same.</summary>
    private const double Same = 0.75;

    /// <summary>What it says.</summary>
    public Statement Statement => Sentence.Statement;

    /// <summary>The sentences of a text, each with its context.</summary>
    public static IEnumerable<ClaimSource> In(SuppliedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var sentences in text.Sentences)
        {
            for (var i = 0; i < sentences.Count; i++)
            {
                var above = Statement.Of($"{text.Supplied.Document.Title}\n{sentences[i].Passage.Heading}");
                yield return new ClaimSource(sentences[i], [above, .. sentences.Take(i).TakeLast(MostContext).Select(sentence => sentence.Statement)]);
            }
        }
    }

    /// <summary>Whether a claim that was corrected by it would be what it says.</summary>
    /// <param name="part">The claim, or a clause of it, with the sentence's words in place of its own.</param>
    /// <param name="whole">All of the claim, corrected too.</param>
    /// <param name="source">The sentence; without its denial where that is what was corrected.</param>
    public bool Says(Statement part, Statement whole, Statement source)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(source);
        return SourceReading.Of(part, whole, source, Context) is { Discrepancy: Discrepancy.None, Coverage: >= Same }
            && part.Content.Count(word => source.Stems.Contains(Statement.StemOf(word))) >= FewestShared;
    }

    /// <summary>Whether it has enough of a claim's own words: the more of them it would correct, the more have to be the same.</summary>
    /// <param name="part">The claim, or a clause of it, as written.</param>
    /// <param name="corrections">How many words would be corrected.</param>
    public bool Shares(Statement part, int corrections)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Content.Count(word => Statement.Stems.Contains(Statement.StemOf(word))) >= FewestShared + corrections - 1;
    }
}
