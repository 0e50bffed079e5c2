using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>How a text introduces somebody: the sentence with the role.</summary>
internal static class Introduction
{
    /// <summary>The first sentence that tells the role of somebody, else the first that names it; null when none may be asked.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="name">Who or what.</param>
    public static CorpusSentence? Of(PlanContext context, MentionedName name)
    {
        // A name may stand in a heading first, which is nothing to quote.
        var sentences = context.Snapshot.Mentions.Of(name.Kind, name.Key)
            .Select(mention => context.Sentences.At(mention.DocumentId, mention.SentenceStart)).OfType<CorpusSentence>().ToList();
        return sentences.Find(sentence => name.Details.Any(detail => sentence.Sentence.Text.Contains(detail, StringComparison.Ordinal))) ?? sentences.FirstOrDefault();
    }

    /// <summary>The name, with the role where another of the names is spelled the same.</summary>
    /// <param name="name">The name.</param>
    /// <param name="among">All that are listed.</param>
    public static string Label(MentionedName name, IReadOnlyList<MentionedName> among) =>
        name.Details.Count > 0 && among.Any(other => other.Key != name.Key && other.Name == name.Name) ? $"{name.Name}, {name.Details[0]}" : name.Name;
}
