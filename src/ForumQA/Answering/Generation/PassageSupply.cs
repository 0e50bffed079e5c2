using ForumQA.Answering.Verification;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;

namespace ForumQA.Answering.Generation;

/// <summary>Chooses the passages a model is given: best first, as many as fit, neighbours as one.</summary>
/// <param name="findDocument">A document by its id; null when it is gone.</param>
/// <param name="cost">Tokens that passages take in the prompt.</param>
internal sealed class PassageSupply(Func<string, Document?> findDocument, Func<SuppliedPassage, int> cost)
{
    /// <summary>The passages, numbered from 1 in the order of the best of each; empty when no evidence stands in its document.</summary>
    /// <param name="evidence">Best first.</param>
    /// <param name="most">How many of the evidence to take at most.</param>
    /// <param name="tokens">What they may take together.</param>
    /// <exception cref="ChatException">Not even the best fits.</exception>
    public IReadOnlyList<SuppliedPassage> Choose(IEnumerable<Evidence> evidence, int most, int tokens)
    {
        var documents = new Dictionary<string, Document?>(StringComparer.Ordinal);
        var chosen = new List<SuppliedPassage>();
        var taken = 0;
        foreach (var passage in evidence.Select(found => found.Passage))
        {
            if (taken == most)
            {
                break;
            }

            if (!documents.TryGetValue(passage.DocumentId, out var document))
            {
                documents[passage.DocumentId] = document = findDocument(passage.DocumentId);
            }

            // What is not in its document any more cannot be cited from it.
            if (document is null || !passage.StandsIn(document))
            {
                continue;
            }

            var extended = Add(chosen, document, passage);
            if (extended.Sum(cost) <= tokens)
            {
                chosen = extended;
                taken++;
            }
            else if (taken == 0)
            {
                throw DoesNotFit(extended.Sum(cost), tokens);
            }
        }

        return chosen;
    }

    /// <exception cref="ChatException">Always.</exception>
    public static ChatException DoesNotFit(int needed, int tokens) => new(
        "chat-context-too-small",
        $"The best passage takes about {needed} tokens of the model's context and {Math.Max(0, tokens)} are left for it. "
        + "Raise Chat:ContextTokens to what the model is run with, lower Chat:MaxOutputTokens, or index with a smaller Chunking:MaxWords.");

    /// <summary>The passages with one more, which may join two that were apart.</summary>
    private static List<SuppliedPassage> Add(List<SuppliedPassage> chosen, Document document, Passage passage)
    {
        var joined = new List<Passage> { passage };
        var first = chosen.Count;
        var apart = new List<SuppliedPassage>();
        foreach (var supplied in chosen)
        {
            if (supplied.Document.Id == document.Id && supplied.Passages.Any(other => AreNeighbours(document, other, passage)))
            {
                first = Math.Min(first, apart.Count);
                joined.AddRange(supplied.Passages);
            }
            else
            {
                apart.Add(supplied);
            }
        }

        var merged = new SuppliedPassage(0, document, [.. joined.OrderBy(part => part.Start).ThenBy(part => part.End)]);
        apart.Insert(Math.Min(first, apart.Count), merged);
        return [.. apart.Select((supplied, i) => supplied with { Number = i + 1 })];
    }

    private static bool AreNeighbours(Document document, Passage one, Passage other)
    {
        var (before, after) = one.Start <= other.Start ? (one, other) : (other, one);
        return after.Start <= before.End
            || (after.Ordinal == before.Ordinal + 1 && document.Text.AsSpan(before.End, after.Start - before.End).IsWhiteSpace());
    }
}
