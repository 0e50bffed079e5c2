using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;
using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Generation;

/// <summary>What is left of a model's context for passages and history once a prompt and a question are in it, by rendering the prompt: one's own prompt may be of any length.</summary>
internal sealed class ContextBudget
{
    private readonly int _perPassage;

    private ContextBudget(int tokens, int perPassage, int historyOverhead)
    {
        Tokens = tokens;
        _perPassage = perPassage;
        HistoryOverhead = historyOverhead;
    }

    /// <summary>Tokens left; less than 0 when the prompt alone is too long.</summary>
    public int Tokens { get; }

    /// <summary>Tokens that the prompt adds when there is any history.</summary>
    public int HistoryOverhead { get; }

    /// <param name="prompt">The prompt.</param>
    /// <param name="question">The question.</param>
    /// <param name="tokens">What the model reads at most.</param>
    public static ContextBudget Of(Prompt prompt, string question, int tokens)
    {
        var bare = Estimate(prompt, question, [], []);
        var empty = new Passage { Id = "", DocumentId = "", Ordinal = 0, Start = 0, End = 0, Text = "", Heading = "-" };
        var document = new Document { Id = "", Title = "-", Uri = "", Text = "" };
        var perPassage = Estimate(prompt, question, [new SuppliedPassage(99, document, [empty])], []) - bare;
        var perHistory = Estimate(prompt, question, [], [new ConversationTurn("-", "-")]) - bare;
        return new ContextBudget(tokens - bare, perPassage, perHistory);
    }

    /// <summary>Tokens that a passage takes in the prompt.</summary>
    public int CostOf(SuppliedPassage passage) =>
        _perPassage
        + TokenEstimator.Estimate(passage.Document.Title)
        + TokenEstimator.Estimate(passage.Passages[0].Heading ?? string.Empty)
        + TokenEstimator.Estimate(passage.Document.Text.AsSpan(passage.Start, passage.End - passage.Start));

    /// <summary>Tokens that messages take.</summary>
    public static int Estimate(IEnumerable<ChatMessage> messages) =>
        messages.Sum(message => TokenEstimator.PerMessage + TokenEstimator.Estimate(message.Text));

    private static int Estimate(Prompt prompt, string question, IEnumerable<SuppliedPassage> passages, IEnumerable<ConversationTurn> history) =>
        Estimate(prompt.Render(PromptVariables.ForAnswer(question, passages, history)));
}
