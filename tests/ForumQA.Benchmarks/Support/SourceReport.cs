using System.Diagnostics;
using System.Globalization;
using ForumQA.Answering.Verification;
using SupportFound = ForumQA.Answering.Support;

namespace ForumQA.Benchmarks.Support;

/// <summary>Whether the verifier finds the sources of QuoteSum's sentences, mends wrong citations and notices planted errors.</summary>
internal static class SourceReport
{
    public static void Print(SupportData data)
    {
        var sentences = data.Sentences.Where(sentence => !SupportData.IsLearned(sentence.Question)).ToList();
        Console.WriteLine($"QuoteSum, half not learned from: {sentences.Count} sentences with a source, {sentences.Average(sentence => sentence.Sources.Count):0.0} sources supplied");
        Console.WriteLine("| markers | Supported | Partial | Unsupported | cited sources right | sources found | quotes found | right, of what it changed |\n|---|---|---|---|---|---|---|---|");
        Row("as people set them", sentence => sentence.Sentence.Markers);
        Row("none", _ => []);
        var several = sentences.FindAll(sentence => sentence.Sources.Count > sentence.Sentence.Markers.Count);
        Row("a wrong one", Mislead, several);

        Console.WriteLine("\n| planted error | sentences | still called Supported | lexical |\n|---|---|---|---|");
        foreach (var kind in PlantedErrors.In(sentences).GroupBy(planted => planted.Kind))
        {
            var supported = kind.Count(planted => new AnswerVerifier(planted.Right.Sources).Verify(planted.Right.Sentence with { Text = planted.Wrong }).Support == SupportFound.Supported);
            var lexical = kind.Count(planted => LexicalJudge.Judge(planted.Wrong, SupportRows.Own(planted.Right).Select(source => source.Text)).Support == SupportFound.Supported);
            Console.WriteLine($"| {kind.Key} | {kind.Count()} | {supported} | {lexical} |");
        }

        PrintTime(sentences);

        void Row(string name, Func<QuotedSentence, IReadOnlyList<int>> mark, List<QuotedSentence>? some = null)
        {
            var verified = (some ?? sentences).Select(sentence => (Gold: sentence, Answer: new AnswerVerifier(sentence.Sources).Verify(sentence.Sentence with { Markers = mark(sentence) }))).ToList();
            var cited = verified.SelectMany(pair => pair.Answer.Citations.Select(citation => (IsRight: pair.Gold.Sentence.Markers.Contains(int.Parse(citation.DocumentId, CultureInfo.InvariantCulture)), citation.Corrected, pair.Gold, citation))).ToList();
            var gold = verified.SelectMany(pair => pair.Gold.Sentence.Markers.Select(marker => pair.Answer.Citations.Any(citation => citation.DocumentId == $"{marker}"))).ToList();
            var quotes = verified.SelectMany(pair => pair.Gold.Quotes.Select(quote => pair.Answer.Citations.Any(citation =>
                citation.DocumentId == $"{quote.Source}" && citation.Quotation.Contains(quote.Words.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)))).ToList();
            var changed = cited.FindAll(citation => citation.Corrected);
            Console.WriteLine($"| {name} ({verified.Count}) | {string.Join(" | ", Enum.GetValues<SupportFound>().Select(support => verified.Count(pair => pair.Answer.Support == support)))} "
                + $"| {Share(cited.Count(citation => citation.IsRight), cited.Count)} | {Share(gold.Count(found => found), gold.Count)} | {Share(quotes.Count(found => found), quotes.Count)} | {Share(changed.Count(citation => citation.IsRight), changed.Count)} |");
        }
    }

    private static string Share(int part, int all) => all == 0 ? "" : $"{part / (double)all:.000} ({part}/{all})";

    /// <summary>The next source that people did not cite.</summary>
    private static IReadOnlyList<int> Mislead(QuotedSentence sentence) =>
        [sentence.Sources.Select(source => source.Number).Where(number => !sentence.Sentence.Markers.Contains(number)).OrderBy(number => number < sentence.Sentence.Markers[0]).First()];

    /// <summary>Each sentence against ten passages of other questions, which is the longest way.</summary>
    private static void PrintTime(List<QuotedSentence> sentences)
    {
        var texts = sentences.SelectMany(sentence => sentence.Sources).Select(source => source.Text).Distinct().Chunk(2).Select(pair => string.Join("\n\n", pair)).Take(10).ToList();
        var passages = texts.Select((text, i) => SupportData.Supply(i + 1, text)).ToList();
        var words = passages.Average(passage => passage.Text.Count(c => c == ' '));
        var verifier = new AnswerVerifier(passages);
        var claims = sentences.Take(100).Select(sentence => sentence.Sentence with { Markers = [1] }).ToList();
        claims.ForEach(claim => verifier.Verify(claim));
        var watch = Stopwatch.StartNew();
        var fresh = new AnswerVerifier(passages);
        fresh.Verify(claims[0]);
        var first = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        claims.ForEach(claim => fresh.Verify(claim));
        Console.WriteLine($"\nVerifying a sentence against {passages.Count} passages of {words:0} words: {first:0.0} ms for the first of an answer, {watch.Elapsed.TotalMilliseconds / claims.Count:0.0} ms for each after it");
    }
}
