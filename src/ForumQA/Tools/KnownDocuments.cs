using ForumQA.Storage;

namespace ForumQA.Tools;

/// <summary>Tells a model that names a document which there is none of, which ones it may have meant.</summary>
internal static class KnownDocuments
{
    private const int MostNamed = 5;
    private const int GramLength = 3;

    /// <exception cref="ForumQAException">One of them is not in the index; the message names those that resemble it.</exception>
    public static void Require(IndexStore store, IReadOnlyList<string>? documentIds)
    {
        if (documentIds is not { Count: > 0 })
        {
            return;
        }

        var known = store.Documents.List().Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        if (documentIds.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw Unknown(store, unknown);
        }
    }

    public static ForumQAException Unknown(IndexStore store, string documentId)
    {
        var grams = Grams(documentId);
        var nearest = store.Documents.List()
            .OrderByDescending(document => Math.Max(Resemblance(grams, Grams(document.Id)), Resemblance(grams, Grams(document.Title))))
            .Take(MostNamed)
            .Select(document => $"'{document.Id}' ({document.Title})")
            .ToList();
        var remedy = nearest.Count == 0
            ? "There are no documents yet: tell the user to add some."
            : $"The ids that come nearest: {string.Join(", ", nearest)}. Call again with one of them, or search without 'documents'.";
        return new ForumQAException("document-unknown", $"There is no document '{documentId}'. {remedy}");
    }

    /// <summary>Dice's coefficient, 0 to 1.</summary>
    private static double Resemblance(HashSet<string> a, HashSet<string> b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static HashSet<string> Grams(string text)
    {
        var padded = $" {text.ToUpperInvariant()} ";
        return Enumerable.Range(0, Math.Max(0, padded.Length - GramLength + 1)).Select(i => padded.Substring(i, GramLength)).ToHashSet(StringComparer.Ordinal);
    }
}
