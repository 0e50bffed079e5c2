using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Reads what is compared where it is no name: "hardware and software", "innovation versus regulation".</summary>
internal static class ComparedPhrases
{
    private static readonly FrozenSet<string> Between = Lexicon.Of("joins what is compared");

    private static readonly FrozenSet<string> Ends = Lexicon.Of("ends what is compared");

    /// <summary>The two phrases with their terms and the noun that one has of the other, as places in the question's terms; empty when there are not two.</summary>
    public static IReadOnlyList<ComparedPhrase> Read(PlanContext context)
    {
        var question = context.Ranking.Question;
        var topic = context.Topic.Where(i => !question.Terms[i].IsCarried).OrderBy(i => question.Terms[i].Token.Start).ToList();
        if (topic.Count < 2)
        {
            return [];
        }

        // The joining word that has terms on both sides; the nearest to the first of them.
        foreach (var joint in question.Words.Where(word => Between.Contains(word.Word.Folded)))
        {
            var end = question.Words.FirstOrDefault(word => word.Start > joint.Start && Ends.Contains(word.Word.Folded) && topic.Exists(i => Starts(i) > joint.Start && Starts(i) < word.Start));
            var limit = end.Length > 0 ? end.Start : question.Text.Length;
            var left = Run(Enumerable.Reverse(topic).Where(i => Starts(i) < joint.Start), question);
            var right = Run(topic.Where(i => Starts(i) > joint.Start && Starts(i) < limit), question);
            if (left.Count > 0 && right.Count > 0)
            {
                // "The january and the march incident", "public and partner certificates": what both are stands once.
                var head = question.Terms[right[^1]].Word.Folded;
                var isShared = right.Count > left.Count && (head.EndsWith('s') || MonthName.Is(question.Terms[left[^1]].Word.Folded));
                return [new ComparedPhrase(Label(left), left, isShared ? [right[^1]] : []), new ComparedPhrase(Label(right), right, [])];
            }
        }

        return [];

        // The words next to the joint that stand together, in the order of the question.
        static List<int> Run(IEnumerable<int> terms, Question question)
        {
            var run = new List<int>();
            foreach (var term in terms)
            {
                var token = question.Terms[term].Token;
                if (run.Count > 0 && Math.Min(Math.Abs(question.Terms[run[^1]].Token.Start - token.End), Math.Abs(token.Start - question.Terms[run[^1]].Token.End)) > 1)
                {
                    break;
                }

                run.Add(term);
            }

            return [.. run.OrderBy(term => question.Terms[term].Token.Start)];
        }

        int Starts(int term) => question.Terms[term].Token.Start;
        string Label(List<int> terms) => question.Text[Starts(terms[0])..question.Terms[terms[^1]].Token.End];
    }
}

/// <summary>One of two phrases that are compared.</summary>
/// <param name="Label">As asked.</param>
/// <param name="Terms">As places in the question's terms.</param>
/// <param name="Shared">The term of the other phrase that this one means too: "incident" of "the january and the march incident"; empty when none is.</param>
internal sealed record ComparedPhrase(string Label, IReadOnlyCollection<int> Terms, IReadOnlyCollection<int> Shared);
