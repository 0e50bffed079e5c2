using ForumQA.Answering.Prompts;
using ForumQA.Answering.Verification;
using ForumQA.Retrieval;

namespace ForumQA.Answering.Generation;

/// <summary>All that a model is given for one answer, chosen to fit its context.</summary>
/// <param name="Passages">What it may cite; empty when no evidence stands in its document.</param>
/// <param name="History">The turns it is told of, oldest first.</param>
/// <param name="Variables">Both and the question, as <see cref="PromptLibrary.Answer"/> takes them.</param>
internal sealed record AnswerContext(
    IReadOnlyList<SuppliedPassage> Passages, IReadOnlyList<ConversationTurn> History, IReadOnlyDictionary<string, object?> Variables)
{
    // Evidence comes before conversation: the question was made to be understood alone.
    private const double HistoryShare = 0.25;

    /// <summary>Chooses passages and turns.</summary>
    /// <param name="prompt">What they will be rendered by; its own words take tokens too.</param>
    /// <param name="question">The question, one that can be understood alone.</param>
    /// <param name="history">The turns before it, oldest first.</param>
    /// <param name="evidence">Best first.</param>
    /// <param name="findDocument">A document by its id; null when it is gone.</param>
    /// <param name="options">How many of each at most.</param>
    /// <param name="tokens">What the model reads at most: its context less what it may write.</param>
    /// <exception cref="ForumQAException">Not even the best passage fits; the message names Chat:ContextTokens.</exception>
    public static AnswerContext Fit(
        Prompt prompt,
        string question,
        IReadOnlyList<ConversationTurn> history,
        IReadOnlyList<Evidence> evidence,
        Func<string, Document?> findDocument,
        GenerationOptions options,
        int tokens)
    {
        var budget = ContextBudget.Of(prompt, question, tokens);
        var supply = new PassageSupply(findDocument, budget.CostOf);

        // The best passage goes before any turn of the conversation.
        var best = supply.Choose(evidence, 1, budget.Tokens).Sum(budget.CostOf);
        var forTurns = Math.Min((int)(budget.Tokens * HistoryShare), budget.Tokens - best - budget.HistoryOverhead);
        var turns = SuppliedTurns.Choose(history, options.HistoryTurns, forTurns);
        var forPassages = budget.Tokens - (turns.Count == 0 ? 0 : turns.Sum(SuppliedTurns.Cost) + budget.HistoryOverhead);
        var passages = supply.Choose(evidence, options.Passages, forPassages);
        return new AnswerContext(passages, turns, PromptVariables.ForAnswer(question, passages, turns));
    }
}
