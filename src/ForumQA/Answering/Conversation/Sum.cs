using System.Text.RegularExpressions;

namespace ForumQA.Answering.Conversation;

/// <summary>Tells arithmetic, which documents do not do: "what's 12 * 9?", "7 plus 5".</summary>
internal static partial class Sum
{
    /// <summary>Whether a message is nothing but a sum.</summary>
    public static bool IsAll(string message)
    {
        var words = MessageWord.Read(message);
        var numbers = words.Count(word => word.Text.All(char.IsDigit));
        return numbers > 1
            && words.All(word => word.Text.All(char.IsDigit) || FollowUpWords.Sums.Contains(word.Text) || Product().IsMatch(word.Text))
            && Operation().IsMatch(message);
    }

    [GeneratedRegex(@"[0-9)]\s*(?:[+*/×÷^=%]|-\s|\sx\s|\s(?:plus|minus|times|divided by|multiplied by|percent of|mal|geteilt durch|m[aá]s|menos|por)\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Operation();

    [GeneratedRegex("^[0-9]+x[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Product();
}
