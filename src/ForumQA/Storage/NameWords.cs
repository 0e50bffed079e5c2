using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>The words by which names are found.</summary>
internal static class NameWords
{
    public static void Insert(SqliteStatements statements, long row, NameRows name)
    {
        foreach (var word in name.Words)
        {
            statements.Execute("INSERT INTO name_words (word, kind, key, name) VALUES ($1, $2, $3, $4)", word, (int)name.Name.Kind, name.Name.Key, row);
        }
    }

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
