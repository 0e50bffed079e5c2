namespace ForumQA.Answering.Prompts;

/// <summary>What ForumQA gives to a prompt, and so what its file may ask for.</summary>
/// <param name="Variables">All that are supplied.</param>
internal sealed record PromptContract(params IReadOnlyList<SuppliedVariable> Variables)
{
    private static readonly SuppliedVariable Question = new("question", IsEssential: true);

    private static readonly string[] TurnFields = ["question", "answer"];

    public static PromptContract Answer { get; } = new(
        Question,
        new SuppliedVariable("passages", IsEssential: true, "number", "title", "heading", "text"),
        new SuppliedVariable("history", IsEssential: false, TurnFields));

    public static PromptContract RewriteQuestion { get; } = new(
        Question,
        new SuppliedVariable("history", IsEssential: true, TurnFields),
        new SuppliedVariable("language", IsEssential: false));

    public static PromptContract AnswerInLanguage { get; } = new(
        new SuppliedVariable("language", IsEssential: true),
        new SuppliedVariable("sentences", IsEssential: true, "number", "text"));

    /// <summary>The names of all variables, for messages.</summary>
    public string Names => string.Join(", ", Variables.Select(variable => $"'{variable.Name}'"));

    public SuppliedVariable? Find(string name) => Variables.FirstOrDefault(variable => variable.Name == name);
}

/// <summary>One value that ForumQA gives to a prompt.</summary>
/// <param name="Name">As the template calls it.</param>
/// <param name="IsEssential">Whether a prompt without it makes no sense.</param>
/// <param name="Fields">Of each item when it is a list; none when it is a string.</param>
internal sealed record SuppliedVariable(string Name, bool IsEssential, params IReadOnlyList<string> Fields)
{
    public bool IsList => Fields.Count > 0;
}
