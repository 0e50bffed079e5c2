namespace ForumQA.Answering.Prompts;

/// <summary>The prompts in force: those that are built in, and in their place the files of the same name of a folder.</summary>
internal sealed class PromptLibrary
{
    private const string Extension = ".yaml";

    private static readonly string[] Names = ["answer", "answer-in-language", "rewrite-question"];

    private readonly string? _folder;

    /// <summary>Reads and checks all prompts.</summary>
    /// <param name="folder">With prompts of one's own; null for none.</param>
    /// <exception cref="PromptException">The folder is missing, or a file of it cannot be used.</exception>
    public PromptLibrary(string? folder)
    {
        _folder = string.IsNullOrWhiteSpace(folder) ? null : Path.GetFullPath(folder);
        if (_folder is not null)
        {
            CheckFolder(_folder);
        }

        Answer = Load("answer", PromptContract.Answer);
        RewriteQuestion = Load("rewrite-question", PromptContract.RewriteQuestion);
        AnswerInLanguage = Load("answer-in-language", PromptContract.AnswerInLanguage);
    }

    /// <summary>Answers a question from numbered passages: <c>answer.yaml</c>.</summary>
    public Prompt Answer { get; }

    /// <summary>Makes a follow-up a question that can be understood alone: <c>rewrite-question.yaml</c>.</summary>
    public Prompt RewriteQuestion { get; }

    /// <summary>Puts the verified sentences into the asker's language: <c>answer-in-language.yaml</c>.</summary>
    public Prompt AnswerInLanguage { get; }

    /// <summary>All of them.</summary>
    internal IReadOnlyList<Prompt> All => [Answer, RewriteQuestion, AnswerInLanguage];

    private static void CheckFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new PromptException("prompt-folder-missing", $"There is no prompt folder '{folder}'. Create it, or correct or remove Generation:Prompts.");
        }

        // A misspelt name would leave our prompt in force without a word.
        var unknown = Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is Extension or ".yml" && !Names.Any(name => Path.GetFileName(file) == name + Extension))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (unknown is not null)
        {
            throw PromptException.Invalid(unknown, $"no prompt has this name. Name it {string.Join(", ", Names[..^1].Select(name => name + Extension))} or {Names[^1]}{Extension}, or move it out of the folder.");
        }
    }

    private Prompt Load(string name, PromptContract contract)
    {
        var own = _folder is null ? null : Path.Combine(_folder, name + Extension);
        return own is not null && File.Exists(own)
            ? Prompt.Parse(own, ReadFile(own), contract)
            : Prompt.Parse(name + Extension, ReadBuiltIn(name), contract);
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PromptException.Invalid(file, $"{e.Message.TrimEnd('.')}. Make it readable.", e);
        }
    }

    private static string ReadBuiltIn(string name)
    {
        var resource = $"prompts/{name}{Extension}";
        using var content = typeof(PromptLibrary).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The library was built without its resource '{resource}'.");
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
