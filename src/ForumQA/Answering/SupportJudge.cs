using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Says how far quotations carry a sentence, whoever wrote it.</summary>
internal static class SupportJudge
{
    /// <summary>From this share of a sentence's words on, the quotations carry it.</summary>
    private const double Whole = 0.75;

    /// <summary>Where capitals do not tell names, more has to be found.</summary>
    private const double WholeWithoutNames = 0.85;

    /// <summary>A single word claims nothing that could be proved.</summary>
    private const int FewestWords = 2;

    /// <summary>From this share on, they carry a part.</summary>
    private const double Part = 0.35;

    /// <summary>Judges a sentence; one that is quoted word for word is always supported.</summary>
    public static Support Judge(string sentence, IReadOnlyList<string> quotations)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(quotations);
        return quotations.Any(quotation => quotation.Contains(sentence.Trim(), StringComparison.Ordinal))
            ? Support.Supported
            : Judge(Claim.Of(sentence), [.. quotations.Select(Read)]).Support;
    }

    /// <summary>Judges a claim by quotations, each in sentences. No quotation lends words to another: one clause rests on one sentence.</summary>
    public static Judgement Judge(Claim claim, IReadOnlyList<IReadOnlyList<Statement>> quotations)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(quotations);
        var whole = FindBest(claim.Whole, claim.Context, quotations);
        var says = claim.Whole.Content.Length + claim.Whole.Quantities.Count;
        if (says >= FewestWords && Carries(whole, claim.Whole))
        {
            return new Judgement(Support.Supported, 1 + whole.Coverage);
        }

        var clauses = claim.Clauses.Count == 1 ? [] : claim.Clauses.Select(clause => (Clause: clause, Reading: FindBest(clause, claim.Whole, quotations))).ToList();
        if (clauses.Count > 0 && clauses.TrueForAll(pair => Carries(pair.Reading, pair.Clause)))
        {
            return new Judgement(Support.Supported, 1 + clauses.Average(pair => pair.Reading.Coverage));
        }

        return new Judgement(
            whole.Coverage >= Part || clauses.Exists(pair => Carries(pair.Reading, pair.Clause)) ? Support.Partial : Support.Unsupported,
            whole.Coverage - (whole.Discrepancy == Discrepancy.None ? 0 : 0.1));
    }

    private static List<Statement> Read(string quotation) => [.. SentenceSplitter.Split(quotation).Select(span => Statement.Of(quotation[span.Start..span.End]))];

    private static bool Carries(SourceReading reading, Statement part) =>
        reading.Discrepancy == Discrepancy.None && reading.Coverage >= (part.UsesCapitals && !part.IsIdeographic ? Whole : WholeWithoutNames);

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
internal readonly record struct Judgement(Support Support, double Score);
