using System.Text.Json;
using System.Text.RegularExpressions;
using ForumQA.Answering.Verification;

namespace ForumQA.Benchmarks.Support;

/// <summary>What an expert said of a claim and its evidence.</summary>
internal enum Verdict
{
    Complete,
    Partial,
    Incomplete,
}

/// <summary>A claim of a model with the text it cites, judged by an expert.</summary>
/// <param name="Question">It answers.</param>
/// <param name="Text">Without markers.</param>
/// <param name="Evidence">Numbered from 1; empty when the model cited nothing.</param>
/// <param name="Verdict">Of the expert; <see cref="Verdict.Incomplete"/> when nothing was cited.</param>
internal sealed record JudgedClaim(string Question, string Text, IReadOnlyList<SuppliedPassage> Evidence, Verdict Verdict);

/// <summary>A sentence a person wrote from sources, with the numbers of those whose words it quotes.</summary>
/// <param name="Question">It answers.</param>
/// <param name="Sentence">As a model would have marked it.</param>
/// <param name="Quotes">The words quoted from each source.</param>
/// <param name="Sources">All that were supplied.</param>
internal sealed record QuotedSentence(string Question, MarkedSentence Sentence, IReadOnlyList<(int Source, string Words)> Quotes, IReadOnlyList<SuppliedPassage> Sources);

/// <summary>The sets that the support judge is learned from and measured on.</summary>
internal sealed partial class SupportData
{
    private const int ShortestEvidence = 50;

    public SupportData(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "expertqa", "rand_val.jsonl")))
        {
            using var record = JsonDocument.Parse(line);
            ReadClaims(record.RootElement);
        }

        foreach (var line in File.ReadLines(Path.Combine(folder, "quotesum", "dev.jsonl")))
        {
            using var record = JsonDocument.Parse(line);
            ReadSummary(record.RootElement);
        }
    }

    /// <summary>Claims with evidence text, and those that cite nothing.</summary>
    public List<JudgedClaim> Claims { get; } = [];

    /// <summary>Claims whose evidence is only an address: nobody can check them from the file.</summary>
    public int ClaimsWithoutText { get; private set; }

    public List<QuotedSentence> Sentences { get; } = [];

    /// <summary>Which half a question is in: that learned from, or that reported on.</summary>
    public static bool IsLearned(string question) => question.Aggregate(14695981039346656037, (hash, c) => (hash ^ c) * 1099511628211) >> 32 is var high && (high & 1) == 0;

    public static SuppliedPassage Supply(int number, string text)
    {
        var document = new Document { Id = $"{number}", Title = $"{number}", Uri = $"{number}", Text = text };
        return new SuppliedPassage(number, document, [new Passage { Id = $"{number}#0", DocumentId = document.Id, Ordinal = 0, Start = 0, End = text.Length, Text = text }]);
    }

    private static IReadOnlyList<MarkedSentence> Read(string text)
    {
        var reader = new MarkedSentenceReader();
        return [.. reader.Append(text).Concat(reader.Complete()).OfType<MarkedSentence>()];
    }

    private void ReadClaims(JsonElement record)
    {
        var question = record.GetProperty("question").GetString()!;
        foreach (var claim in record.GetProperty("answers").EnumerateObject().SelectMany(answer => answer.Value.GetProperty("claims").EnumerateArray()))
        {
            var support = claim.GetProperty("support").GetString();
            var evidence = claim.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()!).ToList();
            var texts = evidence.Select(e => e.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? e[(end + 2)..].Trim() : "").Where(e => e.Length >= ShortestEvidence).ToList();
            var sentences = Read(claim.GetProperty("claim_string").GetString()!);
            if (support is null or "N/A" || sentences.Count == 0)
            {
                continue;
            }

            if (evidence.Count > 0 && texts.Count == 0)
            {
                ClaimsWithoutText++;
                continue;
            }

            var verdict = support switch { "Complete" => Verdict.Complete, "Partial" => Verdict.Partial, _ => Verdict.Incomplete };
            Claims.Add(new JudgedClaim(question, string.Join(' ', sentences.Select(s => s.Text)), [.. texts.Select((text, i) => Supply(i + 1, text))], verdict));
        }
    }

    private void ReadSummary(JsonElement record)
    {
        var sources = Enumerable.Range(1, 8).Where(i => record.GetProperty($"source{i}").GetString() is { Length: > 0 })
            .Select(i => Supply(i, record.GetProperty($"source{i}").GetString()!)).ToList();
        var summary = record.GetProperty("summary").GetString()!;
        var quotes = new List<(int Source, string Words)>();
        var marked = Quote().Replace(summary, match =>
        {
            quotes.Add((match.Groups[1].Value[0] - '0', match.Groups[2].Value.Trim()));
            return match.Groups[2].Value.Trim() is var words && words.EndsWith('.') ? $"{words[..^1]} [{match.Groups[1].Value}]." : $"{words} [{match.Groups[1].Value}]";
        });
        foreach (var sentence in Read(BlankBeforeStop().Replace(marked, "$1")).Where(s => s.Markers.Count > 0))
        {
            var own = quotes.Where(quote => sentence.Markers.Contains(quote.Source) && sentence.Text.Contains(quote.Words.TrimEnd('.'), StringComparison.Ordinal)).ToList();
            Sentences.Add(new QuotedSentence(record.GetProperty("question").GetString()!, sentence, own, sources));
        }
    }

    [GeneratedRegex(@"\[ (\d)\s(.*?)\s?\](?!\w)")]
    private static partial Regex Quote();

    [GeneratedRegex(@"\s+([.,;])(?=\s|$)")]
    private static partial Regex BlankBeforeStop();
}
