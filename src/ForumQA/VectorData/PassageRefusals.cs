namespace ForumQA.VectorData;

/// <summary>What the collection of passages refuses, with the remedy.</summary>
internal static class PassageRefusals
{
    public static NotSupportedException Writing() => new(
        "The index is for reading: a passage must stand in its document's text, so only the indexer makes, changes and deletes passages. " +
        "Change the documents in the corpus folder and run: forumqa index (in code: Indexer.SynchronizeAsync).");

    public static NotSupportedException Filter(object part, string remedy) => new($"The filter cannot have '{part}'. {remedy}");

    public static NotSupportedException Order(object part) => new(
        $"Passages cannot be sorted by '{part}'. Sort by a property such as r.Ordinal, or by a value of the metadata such as r.Metadata[\"date\"].");

    public static NotSupportedException SearchValue(Type type) => new(
        $"The index cannot be searched with a value of type {type.Name}. Give a string, which is embedded, or a vector as ReadOnlyMemory<float>, float[] or Embedding<float>.");

    public static NotSupportedException Property(object selector, string only) => new(
        $"'{selector}' cannot be searched. The index searches {nameof(PassageRecord)}.{only}; leave the selector out.");

    public static ArgumentException Dimensions(int given, string indexed, string? model) => new(
        $"The vector has {given} numbers but those of the index have {indexed}. Make it with the model that made the index's, '{model}', or give the text.");

    public static ArgumentException NotNumbers() => new(
        "The vector has an infinite number or one that is none. Check the model that made it, or give the text.");

    public static ArgumentException NoKeywords() => new(
        "A vector without keywords leaves nothing to search the words for. Give keywords, give the question as a string, or call SearchAsync.");

    public static ArgumentOutOfRangeException TooDeep(string parameter, int highest) => new(
        parameter, $"A hybrid search finds {highest} passages at most, skipped ones included. Skip fewer, or narrow the search with a filter.");
}
