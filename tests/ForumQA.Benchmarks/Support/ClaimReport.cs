using ForumQA.Answering;
using ForumQA.Answering.Verification;
using ForumQA.Evaluation.Metrics;
using SupportFound = ForumQA.Answering.Support;

namespace ForumQA.Benchmarks.Support;

/// <summary>How far the judge agrees with ExpertQA's experts.</summary>
internal static class ClaimReport
{
    private static readonly double[] Probabilities = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    public static void Print(SupportData data)
    {
        var claims = data.Claims.Where(claim => !SupportData.IsLearned(claim.Question)).ToList();
        var withText = claims.Where(claim => claim.Evidence.Count > 0).Select(Judge).ToList();
        Console.WriteLine($"ExpertQA, half not learned from: {withText.Count} claims with evidence text, {claims.Count - withText.Count} that cite nothing; in both halves {data.ClaimsWithoutText} with an address only, left out");
        Console.WriteLine("| expert | Supported | Partial | Unsupported | lexical: Supported | Partial | Unsupported |\n|---|---|---|---|---|---|---|");
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var own = withText.FindAll(claim => claim.Verdict == verdict);
            Console.WriteLine($"| {verdict} ({own.Count}) | {string.Join(" | ", Enum.GetValues<SupportFound>().Select(support => own.Count(claim => claim.Support == support)))} | {string.Join(" | ", Enum.GetValues<SupportFound>().Select(support => own.Count(claim => claim.Lexical == support)))} |");
        }

        var all = claims.Select(Judge).ToList();
        Console.WriteLine("\n| Complete or not | F1 | accuracy | precision | F1, with claims that cite nothing | accuracy |\n|---|---|---|---|---|---|");
        Row("always supported", _ => true);
        Row("lexical, Supported", claim => claim.Lexical == SupportFound.Supported);
        Row("lexical, Supported or Partial", claim => claim.Lexical != SupportFound.Unsupported);
        Row("ForumQA, Supported", claim => claim.Support == SupportFound.Supported);
        Row("ForumQA, Supported or Partial", claim => claim.Support != SupportFound.Unsupported);
        foreach (var least in Probabilities)
        {
            Row($"ForumQA, probability from {least}", claim => claim.Probability >= least);
        }

        Auroc("learned", claim => claim.Probability);
        Auroc("lexical", claim => claim.LexicalScore);
        Console.WriteLine();

        void Row(string name, Func<Judged, bool> accepts) => Console.WriteLine($"| {name} | {Measure(withText, accepts)} | {string.Join(" | ", Measure(all, accepts).Split(" | ").Take(2))} |");
        void Auroc(string name, Func<Judged, double> score)
        {
            double? Of(IReadOnlyList<Judged> some) => AbstentionMetrics.Auroc(some.Select(claim => (score(claim), claim.Verdict == Verdict.Complete)));
            var interval = Bootstrap.Interval(withText, Of);
            Console.WriteLine($"AUROC of the {name} score: {Of(withText):.000} [{interval?.Low:.000}, {interval?.High:.000}]");
        }
    }

    private static string Measure(List<Judged> claims, Func<Judged, bool> accepts)
    {
        var (right, accepted, complete) = (claims.Count(c => accepts(c) && c.Verdict == Verdict.Complete), claims.Count(accepts), claims.Count(c => c.Verdict == Verdict.Complete));
        var correct = claims.Count(claim => accepts(claim) == (claim.Verdict == Verdict.Complete));
        return $"{2.0 * right / (accepted + complete):.000} | {correct / (double)claims.Count:.000} | {(accepted == 0 ? 0 : right / (double)accepted):.000}";
    }

    private static Judged Judge(JudgedClaim claim)
    {
        var lexical = LexicalJudge.Judge(claim.Text, claim.Evidence.Select(evidence => evidence.Text));
        var asked = Claim.Of(claim.Text);
        var quotations = claim.Evidence.Select(evidence => new SuppliedText(evidence).Find(asked)).OfType<Quotation>().ToList();
        var verified = new AnswerVerifier(claim.Evidence).Verify(new MarkedSentence(claim.Text, [.. claim.Evidence.Select(evidence => evidence.Number)]));
        var probability = claim.Evidence.Count == 0 ? 0 : quotations.Select(quotation => quotation.Judgement.Probability).DefaultIfEmpty(SupportJudge.Judge(asked, []).Probability).Max();
        return new Judged(claim.Verdict, verified.Support, probability, claim.Evidence.Count == 0 ? SupportFound.Unsupported : lexical.Support, lexical.Score);
    }

    private sealed record Judged(Verdict Verdict, SupportFound Support, double Probability, SupportFound Lexical, double LexicalScore);
}
