namespace ForumQA.Evaluation.Cases;

/// <summary>A case file is not in order, so nothing was run. The message lists every bad line.</summary>
public sealed class CaseFileException : ForumQAException
{
    private const int MostShown = 50;

    internal CaseFileException(IReadOnlyList<CaseProblem> problems)
        : base("cases-invalid", Describe(problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the lines.</summary>
    public IReadOnlyList<CaseProblem> Problems { get; }

    private static string Describe(IReadOnlyList<CaseProblem> problems)
    {
        var shown = problems.Take(MostShown).Select(problem => problem.ToString());
        var rest = problems.Count > MostShown ? $"\n... and {problems.Count - MostShown} more." : "";
        return $"Nothing was run. Correct these lines and run again:\n{string.Join('\n', shown)}{rest}";
    }
}

/// <summary>Something wrong with one line of a case file.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record CaseProblem(string File, int Line, string Message)
{
    /// <summary>As compilers print it, so that editors can jump there.</summary>
    public override string ToString() => $"{File}({Line}): {Message}";
}
