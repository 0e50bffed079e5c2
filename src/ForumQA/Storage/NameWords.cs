using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>The words by which names are found.</summary>
internal static class NameWords
{
    public static IReadOnlyList<string> Of(DocumentName name) =>

        // Nobody asks for "30 minutes" by name, and an item is a text of its own, which full text finds.
        name.Kind is MentionKind.Quantity or MentionKind.Item ? [] :
        [
            .. new[] { name.Name }.Concat(name.Aliases)
                .SelectMany(form => Tokenizer.Tokenize(form))
                .Where(token => !token.Word.IsStopWord)
                .Select(token => token.Word.Folded)
                .Distinct(StringComparer.Ordinal),
        ];
}
