namespace ForumQA.Evaluation.Metrics;

/// <summary>ALCE's judgement of citations by the support they give (Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", section 4).</summary>
/// <param name="Sentences">Sentences of the answer.</param>
/// <param name="Supported">Those that all their quotations together support: ALCE's citation recall is their share.</param>
/// <param name="Citations">Uses of a citation by a sentence.</param>
/// <param name="Precise">Those that are not irrelevant: ALCE's citation precision is their share.</param>
internal sealed record SupportCounts(int Sentences, int Supported, int Citations, int Precise)
{
    /// <summary>Counts over an answer.</summary>
    /// <param name="sentences">Each sentence with the quotations it cites.</param>
    /// <param name="supports">Whether quotations together support a sentence: a model, or a comparison of words.</param>
    /// <remarks>
    /// A sentence without a citation is not supported. A citation is precise when its sentence is supported and the citation is not
    /// irrelevant: it supports the sentence alone, or without it the others do not.
    /// </remarks>
    public static SupportCounts Of(IEnumerable<CitedSentence> sentences, Func<string, IReadOnlyList<string>, bool> supports)
    {
        var (count, supported, citations, precise) = (0, 0, 0, 0);
        foreach (var (text, quotations) in sentences)
        {
            count++;
            citations += quotations.Count;
            if (quotations.Count == 0 || !supports(text, quotations))
            {
                continue;
            }

            supported++;
            precise += Enumerable.Range(0, quotations.Count).Count(i =>
                supports(text, [quotations[i]]) || !supports(text, [.. quotations.Where((_, other) => other != i)]));
        }

        return new SupportCounts(count, supported, citations, precise);
    }
}

/// <summary>A sentence with the quotations it cites.</summary>
internal sealed record CitedSentence(string Text, IReadOnlyList<string> Quotations);
