using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Which words of a question are written as names.</summary>
internal static class NameMarks
{
    /// <summary>Whether capitals mark names: not where everything is written in them, nor every word with one.</summary>
    public static bool UsesCapitals(string question, IReadOnlyList<Token> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var capitalized = words.Count(word => word.IsCapitalized);
        return capitalized * 3 < words.Count * 2

            // "Is iFlytek listed?", "Who is Jack Ma?": short, and all but the names is small.
            || (words.Skip(1).Any(word => word.Word.IsStopWord) ? words.Skip(1).Where(word => word.Word.IsStopWord).All(word => !word.IsCapitalized)
                : words.Count > 1 && words[0].Word.IsStopWord && !IsUpper(question, words[0]) && words.Count <= 3);
    }

    /// <summary>Whether a word is written as a name: with a capital letter though it does not open the question, or with one inside, as "iFlytek".</summary>
    /// <param name="question">The question.</param>
    /// <param name="words">Its words.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="usesCapitals">Whether a capital letter marks a name.</param>
    public static bool IsName(string question, IReadOnlyList<Token> words, int at, bool usesCapitals)
    {
        ArgumentNullException.ThrowIfNull(words);
        var word = words[at];
        return (at > 0 && word.IsCapitalized && usesCapitals) || (!IsUpper(question, word) && question.AsSpan(word.Start + 1, word.Length - 1).ContainsAnyInRange('A', 'Z'));
    }

    private static bool IsUpper(string question, Token word)
    {
        foreach (var letter in question.AsSpan(word.Start, word.Length))
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }
}
