using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Finds, for each sentence a model wrote, the quotations that carry it, and says how far they do. One for each answer; not safe for many threads.</summary>
/// <remarks>
/// A model only names passages: which words of them carry the sentence is found here. A passage that does not carry it is not cited, and one
/// that does although the model did not name it is, marked <see cref="Citation.Corrected"/>.
/// </remarks>
internal sealed class AnswerVerifier
{
    /// <summary>By so much another passage has to carry more of a sentence than the one the model named, when neither carries all.</summary>
    private const double ClearlyBetter = 0.2;

    private readonly List<SuppliedText> _texts;
    private readonly CitationBook _book = new();

    /// <param name="passages">What the model was given.</param>
    public AnswerVerifier(IReadOnlyList<SuppliedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        _texts = [.. passages.OrderBy(passage => passage.Number).Select(passage => new SuppliedText(passage))];
    }

    /// <summary>Takes more passages to prove sentences with. The model has not seen them, so their numbers must be none of those it was given.</summary>
    public void Add(IEnumerable<SuppliedPassage> passages) => _texts.AddRange(passages.Select(passage => new SuppliedText(passage)));

    /// <summary>Verifies the next sentence. Citations are numbered from 1 in the order of first use; the same quotation keeps its number.</summary>
    public AnswerSentence Verify(MarkedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var claim = Claim.Of(sentence.Text);
        var named = _texts.Where(text => sentence.Markers.Contains(text.Supplied.Number)).ToList();
        var (quotations, support) = Prove(claim, named);
        return new AnswerSentence(sentence.Text, [.. quotations.Select(quotation => Cite(quotation, sentence))], support)
        {
            UnknownMarkers = [.. sentence.Markers.Where(marker => !_texts.Exists(text => text.Supplied.Number == marker))],
        };
    }

    private (IReadOnlyList<Quotation> Quotations, Support Support) Prove(Claim claim, List<SuppliedText> named)
    {
        var own = FindAll(claim, named);
        var carrying = own.FindAll(quotation => quotation.Judgement.Support == Support.Supported);
        if (carrying.Count > 0)
        {
            return (carrying, Support.Supported);
        }

        if (ProveByClauses(claim, named) is { } composed)
        {
            return (composed, Support.Supported);
        }

        var others = FindAll(claim, [.. _texts.Except(named)]);
        if (Best(others) is { Judgement.Support: Support.Supported } other)
        {
            return ([other], Support.Supported);
        }

        if (ProveByClauses(claim, _texts) is { } mended)
        {
            return (mended, Support.Supported);
        }

        var best = Best(own);
        var better = Best(others);
        best = best is null || better?.Judgement.Score > best.Judgement.Score + ClearlyBetter ? better : best;
        return best is { Judgement.Support: Support.Partial } ? ([best], Support.Partial) : ([], Support.Unsupported);
    }

    /// <summary>For each clause the quotation that carries it, without any that the others can do without; null when a clause is left unproved.</summary>
    private static List<Quotation>? ProveByClauses(Claim claim, List<SuppliedText> texts)
    {
        if (claim.Clauses.Count == 1)
        {
            return null;
        }

        var quotations = claim.Clauses.Select(clause => Best(FindAll(Claim.OfClause(clause, claim), texts))).OfType<Quotation>()
            .DistinctBy(quotation => (quotation.Passage.DocumentId, quotation.Start, quotation.End)).ToList();
        if (!Carry(quotations))
        {
            return null;
        }

        for (var i = quotations.Count - 1; i >= 0; i--)
        {
            var without = quotations.Where((_, other) => other != i).ToList();
            quotations = Carry(without) ? without : quotations;
        }

        return quotations;

        bool Carry(List<Quotation> some) => SupportJudge.Judge(claim, [.. some.Select(quotation => quotation.Statements)]).Support == Support.Supported;
    }

    private static List<Quotation> FindAll(Claim claim, List<SuppliedText> texts) => [.. texts.Select(text => text.Find(claim)).OfType<Quotation>()];

    /// <summary>The first of the best.</summary>
    private static Quotation? Best(IEnumerable<Quotation> quotations) => quotations.MaxBy(quotation => quotation.Judgement.Score);

    private Citation Cite(Quotation quotation, MarkedSentence sentence) => _book.Cite(
        quotation.Supplied.Document,
        quotation.Passage.Id,
        new TextSpan(quotation.Start, quotation.End),
        isCorrected: !sentence.Markers.Contains(quotation.Supplied.Number));
}
