using ForumQA.Text;
using ForumQA.Text.Mentions;
using Microsoft.Data.Sqlite;

namespace ForumQA.Storage;

/// <summary>The words by which names are found.</summary>
internal static class NameWords
{
    public static void Insert(SqliteConnection connection, long row, DocumentName name)
    {
        if (name.Kind is MentionKind.Quantity or MentionKind.Item)
        {
            // Nobody asks for "30 minutes" by name, and an item is a text of its own, which full text finds.
            return;
        }

        foreach (var word in Of([name.Name, .. name.Aliases]))
        {
            connection.Execute("INSERT INTO name_words (word, kind, key, name) VALUES ($1, $2, $3, $4)", word, (int)name.Kind, name.Key, row);
        }
    }

    private static IEnumerable<string> Of(IEnumerable<string> forms) => forms
        .SelectMany(form => Tokenizer.Tokenize(form))
        .Where(token => !token.Word.IsStopWord)
        .Select(token => token.Word.Folded)
        .Distinct(StringComparer.Ordinal);
}
