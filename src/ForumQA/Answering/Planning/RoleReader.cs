using ForumQA.Storage;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Finds who is meant by a role: "the foreign minister", "the vice president of NetEase".</summary>
internal static class RoleReader
{
    /// <summary>With more people than these, roles are not compared one by one.</summary>
    private const int MostPeople = 2000;

    /// <summary>The one person whose role stands in the question with more words than anybody else's; null when there is none.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="question">The question's folded words.</param>
    public static (MentionedName Person, IReadOnlyList<string> Words)? Find(IndexSnapshot snapshot, string[] question)
    {
        if (!question.Contains("the") && !question.Contains("of"))
        {
            return null;
        }

        var people = snapshot.Mentions.Names(MentionKind.Person);
        if (people.Count > MostPeople)
        {
            return null;
        }

        var matches = people.Select(person => (Person: person, Run: person.Details.Select(detail => LongestRun(detail, question)).DefaultIfEmpty([]).MaxBy(run => run.Length)!))
            .Where(match => match.Run.Length >= 2)
            .OrderByDescending(match => match.Run.Length)
            .ToList();
        return matches.Count == 0 || (matches.Count > 1 && matches[1].Run.Length == matches[0].Run.Length) ? null : (matches[0].Person, matches[0].Run);
    }

    /// <summary>The longest run of words of a role that stands in the question, with at least two that are not stop words.</summary>
    private static string[] LongestRun(string role, string[] question)
    {
        var words = Tokenizer.Tokenize(role);
        var best = Array.Empty<string>();
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = words.Count - start; length > Math.Max(1, best.Length); length--)
            {
                var run = words.GetRange(start, length);
                var folded = run.Select(word => word.Word.Folded).ToArray();
                if (run.Count(word => !word.Word.IsStopWord) >= 2 && question.AsSpan().IndexOf(folded) >= 0)
                {
                    best = folded;
                }
            }
        }

        return best;
    }
}
