namespace ForumQA.Answering.Planning;

/// <summary>Puts sentences in the order in which a reader comes upon them: document by document, from the top of each.</summary>
internal static class DocumentOrder
{
    /// <summary>The sentences in order.</summary>
    /// <param name="sentences">Sentences of any documents.</param>
    public static IEnumerable<CorpusSentence> InDocumentOrder(this IEnumerable<CorpusSentence> sentences) => sentences.InDocumentOrder(sentence => sentence);

    /// <summary>What stands at sentences, in their order.</summary>
    /// <param name="items">What was found.</param>
    /// <param name="sentenceOf">Where it was found.</param>
    public static IEnumerable<T> InDocumentOrder<T>(this IEnumerable<T> items, Func<T, CorpusSentence> sentenceOf) =>
        items.OrderBy(item => sentenceOf(item).Document.Id, StringComparer.Ordinal).ThenBy(item => sentenceOf(item).Sentence.Start);
}
