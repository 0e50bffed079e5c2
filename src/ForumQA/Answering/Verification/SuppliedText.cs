using ForumQA.Retrieval;

namespace ForumQA.Answering.Verification;

/// <summary>The sentences of a supplied passage, read once, and the search for those that carry a claim.</summary>
internal sealed class SuppliedText(SuppliedPassage supplied)
{
    private const int MostTried = 3;
    private const int LongestQuotation = 3;

    /// <summary>Under this share of a claim's words in its best sentence, its neighbours need not be looked at.</summary>
    private const double LeastShared = 0.1;

    private readonly Lazy<IReadOnlyList<QuotableSentence[]>> _passages = new(() => [.. supplied.Passages.Select(passage => Read(passage, supplied.Document.Title).ToArray())]);

    public SuppliedPassage Supplied => supplied;

    /// <summary>Its sentences without headings, those of each passage by themselves.</summary>
    public IReadOnlyList<IReadOnlyList<QuotableSentence>> Sentences => _passages.Value;

    /// <summary>The sentence, or up to three in a row within one passage, that carry most of a claim; null when nothing shares a word with it.</summary>
    public Quotation? Find(Claim claim)
    {
        Quotation? best = null;
        foreach (var sentences in _passages.Value)
        {
            foreach (var at in Rank(claim, sentences))
            {
                // A longer quotation has to be worth its words.
                foreach (var (first, last) in Windows(at, sentences.Length))
                {
                    if (best is { Judgement.Support: Support.Supported } && last > first)
                    {
                        break;
                    }

                    var quotation = new Quotation(supplied, sentences[first..(last + 1)], claim);
                    best = best is null || quotation.Judgement.Score > best.Judgement.Score + (0.05 * (quotation.Sentences.Count - best.Sentences.Count)) ? quotation : best;
                }
            }
        }

        return best;
    }

    private static IEnumerable<int> Rank(Claim claim, QuotableSentence[] sentences)
    {
        var content = claim.Whole.Content.Select(Statement.StemOf).Concat(claim.Whole.Words.Where(word => word.Word.HasDigit).Select(word => word.Word.Stem)).ToList();
        return sentences.Select((sentence, i) => (Place: i, Shared: content.Count(sentence.Statement.Stems.Contains)))
            .Where(pair => pair.Shared > 0 && pair.Shared >= LeastShared * content.Count)
            .OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Place)
            .Take(MostTried).Select(pair => pair.Place);
    }

    /// <summary>The sentence alone, then with those before it, which say what it speaks of, then with the one after it.</summary>
    private static IEnumerable<(int First, int Last)> Windows(int at, int count)
    {
        for (var first = at; first >= 0 && first > at - LongestQuotation; first--)
        {
            yield return (first, at);
        }

        if (at + 1 < count)
        {
            yield return (at, at + 1);
        }
    }

    private static IEnumerable<QuotableSentence> Read(Passage passage, string title) =>
        ReadPassage.Of(passage, title).Sentences.Where(sentence => !sentence.IsHeading)
            .Select(sentence => new QuotableSentence(passage, passage.Start + sentence.Span.Start, passage.Start + sentence.Span.End, Statement.Of(sentence)));
}

/// <summary>A sentence that may be quoted.</summary>
/// <param name="Passage">It stands in.</param>
/// <param name="Start">In the document's text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Statement">What it says.</param>
internal sealed record QuotableSentence(Passage Passage, int Start, int End, Statement Statement);

/// <summary>Consecutive sentences of one passage, with what they are worth to a claim.</summary>
internal sealed class Quotation(SuppliedPassage supplied, IReadOnlyList<QuotableSentence> sentences, Claim claim)
{
    public SuppliedPassage Supplied { get; } = supplied;

    public IReadOnlyList<QuotableSentence> Sentences { get; } = sentences;

    public IReadOnlyList<Statement> Statements { get; } = [.. sentences.Select(sentence => sentence.Statement)];

    /// <summary>What it is worth to the claim it was found for.</summary>
    public Judgement Judgement { get; } = Judge(claim, [.. sentences.Select(sentence => sentence.Statement)]);

    public Passage Passage => Sentences[0].Passage;

    public int Start => Sentences[0].Start;

    public int End => Sentences[^1].End;

    private static Judgement Judge(Claim claim, IReadOnlyList<Statement> statements) =>
        statements.Any(statement => SupportJudge.IsQuoted(claim.Whole.Text, statement.Text))
            ? new Judgement(Support.Supported, 2, 1)
            : SupportJudge.Judge(claim, [statements]);
}
