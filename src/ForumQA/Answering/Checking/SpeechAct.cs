using System.Text.RegularExpressions;
using ForumQA.Answering.Conversation;
using ForumQA.Answering.Verification;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Tells sentences that state something from those that greet, ask, judge or request.</summary>
internal static class SpeechAct
{
    /// <summary>Fewer words and numbers that say something state nothing that could be looked for.</summary>
    private const int FewestWords = 2;

    private const int LongestSalutation = 8;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Salutation = new($@"^{WordPattern.AnyIn("opens a letter")}\b[^.;]*[,!:.]?$", Options);

    private static readonly Regex Address = new($@"^{WordPattern.AnyIn("opens a letter")}\b[^,.!?;:]{{0,40}}[,!]\s+(?=\S)", Options);

    private static readonly Regex Closing = new($@"^{WordPattern.AnyIn("closes a letter")}\b", Options);

    private static readonly Regex Opinion = new($@"^{WordPattern.AnyIn("opens an opinion")}\b", Options);

    private static readonly Regex Request = new($@"^{WordPattern.AnyIn("opens a request")}\b", Options);

    /// <summary>What a sentence does.</summary>
    /// <param name="words">The sentence, trimmed; not empty.</param>
    public static ClaimKind Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.TrimEnd('"', '”', '’', ')', '»').EndsWith('?') || words.EndsWith('？'))
        {
            return ClaimKind.Question;
        }

        if (IsGreeting(words))
        {
            return ClaimKind.Greeting;
        }

        if (Request.IsMatch(words))
        {
            return ClaimKind.Request;
        }

        if (Opinion.Match(words) is { Success: true, Length: var length } && !HasNameOrNumber(words[length..].TrimStart(' ', ',')))
        {
            return ClaimKind.Opinion;
        }

        var statement = Statement.Of(words);
        return statement.Content.Length + statement.Quantities.Count < FewestWords ? ClaimKind.Fragment : ClaimKind.Statement;
    }

    /// <summary>A sentence without the salutation it opens with: "Dear colleagues, the forum was ...".</summary>
    public static string WithoutSalutation(string words) => Address.Replace(words, "");

    private static bool IsGreeting(string words) =>
        (WordCounter.Count(words) <= LongestSalutation && (Salutation.IsMatch(words) || Closing.IsMatch(words)))
        || MoveReader.Read(words, message => MoveLexicon.Default.Find(message, isKnown: static _ => true))
            is { Move: ConversationMove.Greeting or ConversationMove.Thanks or ConversationMove.Farewell or ConversationMove.Praise or ConversationMove.Apology };

    private static bool HasNameOrNumber(string words) =>
        Statement.Of(words, startsSentence: false) is var statement && (statement.Quantities.Any(quantity => !quantity.IsVague) || (statement.UsesCapitals && statement.Names.Count > 0));
}
