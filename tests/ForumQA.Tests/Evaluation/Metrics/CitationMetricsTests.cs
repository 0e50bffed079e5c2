using ForumQA.Evaluation.Metrics;

namespace ForumQA.Tests.Evaluation.Metrics;

public sealed class CitationMetricsTests
{
    /// <summary>Letters for facts: a sentence is supported when every letter of it stands in some quotation.</summary>
    private static bool Supports(string sentence, IReadOnlyList<string> quotations) => sentence.All(string.Concat(quotations).Contains);

    [Fact]
    public void Counts_as_alce_does()
    {
        var counts = SupportCounts.Of(
        [
            new CitedSentence("ab", ["a", "b", "c"]), // Supported; a and b are needed, c is irrelevant.
            new CitedSentence("d", ["d", "de"]), // Supported by either alone: both are precise.
            new CitedSentence("x", ["y"]), // Not supported, so its citation is not precise.
            new CitedSentence("z", []), // Cites nothing.
        ], Supports);

        Assert.Equal(new SupportCounts(Sentences: 4, Supported: 2, Citations: 6, Precise: 4), counts);
    }

    [Fact]
    public void Finds_nothing_in_an_empty_answer() => Assert.Equal(new SupportCounts(0, 0, 0, 0), SupportCounts.Of([], Supports));
}
