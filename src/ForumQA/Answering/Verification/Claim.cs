using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>A sentence that has to be proved, whole and in clauses: a compound sentence may rest on a source for each part.</summary>
internal sealed class Claim
{
    private const int FewestWords = 3;

    private static readonly Regex Borders = new(
        $@"[;:—–]\s|,\s(?!\d)|，|；|\s(?={WordPattern.AnyIn("begins a clause")}\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private Claim(Statement whole, IReadOnlyList<Statement> clauses)
    {
        Whole = whole;
        Clauses = clauses;
    }

    public Statement Whole { get; }

    /// <summary>At least one; each has some words that say something.</summary>
    public IReadOnlyList<Statement> Clauses { get; }

    /// <param name="sentence">As it was written; what it says of the sources in general is left out.</param>
    public static Claim Of(string sentence)
    {
        sentence = Attribution.Remove(sentence);
        var clauses = new List<Statement>();
        var start = 0;
        foreach (var end in Borders.Matches(sentence).Select(border => border.Index).Append(sentence.Length))
        {
            var clause = Statement.Of(sentence[start..end], startsSentence: start == 0);
            if (clause.Content.Length + clause.Quantities.Count >= FewestWords)
            {
                clauses.Add(clause);
                start = end;
            }
        }

        if (start < sentence.Length && clauses.Count > 0)
        {
            // What is left is too short to be proved by itself.
            var from = sentence.Length - sentence[start..].Length - clauses[^1].Text.Length;
            clauses[^1] = Statement.Of(sentence[from..], startsSentence: from == 0);
        }

        var whole = Statement.Of(sentence);
        return new Claim(whole, clauses.Count > 1 ? clauses : [whole]);
    }

    /// <summary>A clause as a claim of its own; names and numbers of the whole stay known.</summary>
    public static Claim OfClause(Statement clause, Claim claim) => new(clause, [clause]) { Context = claim.Whole };

    /// <summary>The sentence that a clause was taken from, or the claim itself.</summary>
    public Statement Context { get => field ?? Whole; private init; }
}
