using ForumQA.Answering.Verification;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Says how far quotations carry a sentence, whoever wrote it.</summary>
internal static class SupportJudge
{
    /// <summary>Under this share of a sentence's words nothing carries it, however likely it seems.</summary>
    private const double Whole = 0.75;

    /// <summary>Where capitals do not tell names, more has to be found.</summary>
    private const double WholeWithoutNames = 0.85;

    /// <summary>A single word claims nothing that could be proved.</summary>
    private const int FewestWords = 2;

    /// <summary>From this probability on, quotations carry a sentence that no rule speaks against.</summary>
    private const double SupportedAt = 0.5;

    /// <summary>From this probability on, they carry a part.</summary>
    private const double PartialAt = 0.25;

    /// <summary>Under this share of a sentence's words they carry no part of it: "The moon is made of green cheese" is not spoken of where something green is made.</summary>
    private const double LeastPart = 0.3;

    /// <summary>What makes a claim false rather than unproved.</summary>
    private const Discrepancy Falsehoods = Discrepancy.Number | Discrepancy.Negation | Discrepancy.Opposite;

    private static Lazy<LinearModel<SupportFeature>> _model = new(() => LinearModel<SupportFeature>.ReadBuiltIn("Answering.support.tsv"));

    /// <summary>Takes the place of the model of the library for the rest of the process, as learning it needs: the table may be of other features than the code has.</summary>
    public static void Use(LinearModel<SupportFeature> model) => _model = new Lazy<LinearModel<SupportFeature>>(model);

    /// <summary>Judges a sentence; one that is quoted word for word is always supported.</summary>
    public static Support Judge(string sentence, IReadOnlyList<string> quotations)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(quotations);
        return quotations.Any(quotation => IsQuoted(sentence.Trim(), quotation))
            ? Support.Supported
            : Judge(Claim.Of(sentence), [.. quotations.Select(Read)]).Support;
    }

    /// <summary>Whether a sentence stands in a text word for word, and nothing denies it there: "He denied that data flow." does not say that they do.</summary>
    public static bool IsQuoted(string sentence, string text)
    {
        var at = text.IndexOf(sentence, StringComparison.Ordinal);
        if (at < 0 || sentence.Length == 0)
        {
            return false;
        }

        var (before, after) = (text[..at], text[(at + sentence.Length)..]);
        var opening = SentenceSplitter.Split(before) is [.., var last] ? last.Of(before) : default;
        var closing = SentenceSplitter.Split(after) is [var first, ..] ? first.Of(after) : default;
        return (opening.IsEmpty || SentencePunctuation.EndsLine(opening[^1]) || Statement.Of(opening.ToString()).NegatedStems.Count == 0)
            && (closing.IsEmpty || SentencePunctuation.EndsLine(sentence[^1]) || Statement.Of(closing.ToString()).NegatedStems.Count == 0);
    }

    /// <summary>Judges a claim by quotations, each in sentences. No quotation lends words to another: one clause rests on one sentence.</summary>
    public static Judgement Judge(Claim claim, IReadOnlyList<IReadOnlyList<Statement>> quotations)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(quotations);
        var (features, isExact, mayBePart) = Read(claim, quotations);
        var coverage = features[(int)SupportFeature.Coverage];
        var probability = 1 / (1 + Math.Exp(-_model.Value.Score(features)));
        var enough = claim.Whole.UsesCapitals && !claim.Whole.IsIdeographic ? Whole : WholeWithoutNames;
        var isCovered = isExact && coverage >= enough;
        var support = isCovered && probability >= SupportedAt && claim.Whole.Content.Length + claim.Whole.Quantities.Count >= FewestWords ? Support.Supported
            : probability >= PartialAt && coverage >= LeastPart && mayBePart ? Support.Partial
            : Support.Unsupported;
        return new Judgement(support, coverage - (isExact ? 0 : 0.1) + (isCovered ? 1 : 0), probability);
    }

    /// <summary>What the model of the judge is learned from, whether no rule speaks against the claim, and whether quotations may carry a part of it.</summary>
    /// <remarks>A number, date or name that is not there, or a denial, leaves nothing of a claim but those clauses that are carried whole.</remarks>
    public static (double[] Features, bool IsExact, bool MayBePart) Read(Claim claim, IReadOnlyList<IReadOnlyList<Statement>> quotations)
    {
        var whole = FindBest(claim.Whole, claim.Context, quotations);
        var (coverage, isExact) = (whole.Coverage, whole.Discrepancy == Discrepancy.None);
        var mayBePart = (whole.Discrepancy & Falsehoods) == Discrepancy.None;
        if (claim.Clauses.Count > 1 && !(isExact && coverage >= Whole))
        {
            var clauses = claim.Clauses.Select(clause => FindBest(clause, claim.Whole, quotations)).ToList();
            mayBePart |= clauses.Exists(reading => reading.Discrepancy == Discrepancy.None && reading.Coverage >= Whole);
            if (clauses.TrueForAll(reading => reading.Discrepancy == Discrepancy.None && reading.Coverage >= Whole))
            {
                (coverage, isExact) = (Math.Max(coverage, clauses.Average(reading => reading.Coverage)), true);
            }
        }

        return (SupportFeatureReader.Read(claim, quotations, coverage, isExact && coverage > 0), isExact, mayBePart);
    }

    private static List<Statement> Read(string quotation) => [.. SentenceSplitter.Split(quotation).Select(span => Statement.Of(quotation[span.Start..span.End]))];

    private static SourceReading FindBest(Statement part, Statement whole, IReadOnlyList<IReadOnlyList<Statement>> quotations)
    {
        var best = default(SourceReading);
        foreach (var quotation in quotations)
        {
            var sentences = quotation.ToArray();
            for (var i = 0; i < sentences.Length; i++)
            {
                var reading = SourceReading.Of(part, whole, sentences[i], sentences.AsSpan(0, i));
                best = reading.CompareTo(best) > 0 || best == default ? reading : best;
            }
        }

        return best;
    }
}

/// <summary>What quotations are worth to a sentence.</summary>
/// <param name="Support">How far they carry it.</param>
/// <param name="Score">Higher is better; compares quotations for the same sentence.</param>
/// <param name="Probability">That they carry it, before the rules, 0 to 1.</param>
internal readonly record struct Judgement(Support Support, double Score, double Probability);
