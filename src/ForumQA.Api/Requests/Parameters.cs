using ForumQA.Api.Problems;
using ForumQA.Retrieval;

namespace ForumQA.Api.Requests;

/// <summary>Reads parameters of the query.</summary>
internal static class Parameters
{
    /// <exception cref="RequestException">It is out of range.</exception>
    public static int InRange(int value, int lowest, int highest, string name) => value >= lowest && value <= highest
        ? value
        : throw new RequestException(ProblemKind.FieldInvalid, $"'{name}' is a number from {lowest} to {highest}.", name);

    /// <summary>The filter that a query's <c>document</c> and <c>where</c> make; null when there are none.</summary>
    /// <exception cref="RequestException">A <c>where</c> is no <c>name=value</c>, or names something twice.</exception>
    public static CorpusFilter? Filter(string[]? document, string[]? where)
    {
        if ((document?.Length ?? 0) + (where?.Length ?? 0) == 0)
        {
            return null;
        }

        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in where ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !metadata.TryAdd(pair[..at].Trim(), pair[(at + 1)..].Trim()))
            {
                throw new RequestException(ProblemKind.FieldInvalid, "'where' takes a name and a value, each name once, as in where=event%3D17th.", "where");
            }
        }

        return new CorpusFilter { Documents = document ?? [], Metadata = metadata };
    }
}
