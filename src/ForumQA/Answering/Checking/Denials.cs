using System.Collections.Frozen;
using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>The words of a sentence that deny.</summary>
internal static class Denials
{
    private const string Apostrophes = "'’";

    private static readonly FrozenSet<string> Words = Lexicon.Of("negation", "negating verb", "negation in claims");

    /// <summary>Those in a statement, in order; not those in titles ("You Don't Know Jack") nor in other words ("nor'easter").</summary>
    public static List<Token> In(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var (words, text) = (statement.Words, statement.Text);
        return [.. words.Where((word, i) => Words.Contains(word.Word.Folded)
            && (word.End == text.Length || !Apostrophes.Contains(text[word.End], StringComparison.Ordinal))
            && (i == 0 || !(word.IsCapitalized || (word.Length == 1 && i > 1 && words[i - 1].IsCapitalized))))];
    }

    /// <summary>A statement without one of them.</summary>
    /// <param name="denial">The word.</param>
    /// <param name="statement">The statement.</param>
    public static string Without(Token denial, Statement statement) => Without(denial, statement, new TextSpan(0, statement.Text.Length));

    /// <summary>A part of a statement without one of them.</summary>
    /// <param name="denial">The word.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="part">The part, which has the word.</param>
    public static string Without(Token denial, Statement statement, TextSpan part) => string.Concat(
        statement.Text.AsSpan(part.Start, denial.Start - part.Start), statement.Text.AsSpan(denial.End, part.End - denial.End));
}
