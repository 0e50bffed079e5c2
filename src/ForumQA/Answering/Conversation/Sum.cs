using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Tells arithmetic, which documents do not do: "what's 12 * 9?", "7 plus 5".</summary>
internal static partial class Sum
{
    private static readonly Regex Operation = new(
        $@"[0-9)]\s*(?:[+*/×÷^=%]|-\s|\sx\s|\s{WordPattern.AnyIn("operation of a sum")}\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Whether a message is nothing but a sum.</summary>
    public static bool IsAll(string message)
    {
        var words = MessageWord.Read(message);
        var numbers = words.Count(word => word.Text.All(char.IsDigit));
        return numbers > 1
            && words.All(word => word.Text.All(char.IsDigit) || FollowUpWords.Sums.Contains(word.Text) || Product().IsMatch(word.Text))
            && Operation.IsMatch(message);
    }

    [GeneratedRegex("^[0-9]+x[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Product();
}
