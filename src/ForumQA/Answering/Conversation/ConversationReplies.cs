using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Conversation;

/// <summary>Writes what ForumQA says itself.</summary>
/// <param name="snapshot">The documents.</param>
/// <param name="filter">Which of them are asked; null for all.</param>
/// <param name="hasModel">Whether a language model writes the answers.</param>
internal sealed class ConversationReplies(IndexSnapshot snapshot, CorpusFilter? filter, bool hasModel)
{
    /// <summary>The reply to a move.</summary>
    /// <param name="spoken">The move.</param>
    /// <param name="history">The turns before it, oldest first.</param>
    /// <param name="questions">Those of their questions that were more than a courtesy.</param>
    public string Write(SpokenMove spoken, IReadOnlyList<ConversationTurn> history, IReadOnlyList<string> questions) =>
        string.Join('\n', spoken.Besides.Prepend(spoken).Select(move => WriteOne(move, history, questions)).Distinct(StringComparer.Ordinal));

    private string WriteOne(SpokenMove spoken, IReadOnlyList<ConversationTurn> history, IReadOnlyList<string> questions)
    {
        var texts = new ReplyTexts(spoken.Language);
        var outline = new CorpusOutline(snapshot, filter, texts);
        var values = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
        {
            ["documents"] = () => texts.Documents(outline.Documents.Count),
            ["writer"] = () => texts.Text(hasModel ? "writes" : "quotes"),
            ["titles"] = outline.Titles,
            ["outline"] = outline.Outline,
            ["dates"] = outline.Dates,
            ["examples"] = () => List(outline.Examples()),
            ["example"] = () => outline.Examples()[0],
            ["first"] = () => questions[0],
            ["last"] = () => questions[^1],
            ["questions"] = () => List(questions),
            ["answer"] = () => history.Last(turn => turn.Answer is not null).Answer!,
        };
        values["example-line"] = () => outline.Documents.Count == 0 ? "" : texts.Fill("example-line", values);
        return texts.Fill(NameOf(spoken.Move, outline, history, questions), values);
    }

    /// <summary>The words that an answer about an earlier one begins with.</summary>
    public static string? Preface(SpokenMove spoken) => spoken.Move switch
    {
        ConversationMove.Source => new ReplyTexts(spoken.Language).Text("source-before"),
        ConversationMove.Doubt => new ReplyTexts(spoken.Language).Text("doubt-before"),
        ConversationMove.LastAnswer => new ReplyTexts(spoken.Language).Text("again-before"),
        _ => null,
    };

    private static string NameOf(ConversationMove move, CorpusOutline outline, IReadOnlyList<ConversationTurn> history, IReadOnlyList<string> questions) => move switch
    {
        ConversationMove.Documents or ConversationMove.Count or ConversationMove.Topics or ConversationMove.Dates or ConversationMove.Examples
            when outline.Documents.Count == 0 => "no-documents",
        ConversationMove.Dates when outline.Dates().Length == 0 => "no-dates",
        ConversationMove.FirstQuestion or ConversationMove.LastQuestion or ConversationMove.AllQuestions when questions.Count == 0 => "no-question",
        ConversationMove.FirstQuestion when history.Count >= ConversationHistory.MaxTurns => "first-remembered",
        ConversationMove.LastAnswer when history.All(turn => turn.Answer is null) => "no-answer",
        _ when move.IsAboutLastAnswer() => "nothing-before",
        _ => string.Concat(move.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString())),
    };

    private static string List(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}"));
}
