using System.Text.Json;

namespace ForumQA.Evaluation.Cases;

/// <summary>A file of eval cases: JSON Lines, one case a line, as <c>evals/case.schema.json</c> describes it.</summary>
/// <remarks>Empty lines are allowed. The whole file is checked before a case of it is used.</remarks>
public sealed class CaseFile
{
    private readonly IReadOnlyList<int> _lines;

    private CaseFile(string path, IReadOnlyList<EvalCase> cases, IReadOnlyList<int> lines)
    {
        Path = path;
        Cases = cases;
        _lines = lines;
    }

    /// <summary>The file as it was named.</summary>
    public string Path { get; }

    /// <summary>The cases in the order of the file.</summary>
    public IReadOnlyList<EvalCase> Cases { get; }

    /// <summary>Reads a case file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="CaseFileException">A line is not a case; every such line is listed.</exception>
    /// <exception cref="ForumQAException">The file is missing, unreadable or empty.</exception>
    public static async Task<CaseFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException("cases-unreadable", $"The case file '{path}' cannot be read: {e.Message} Check the path and its permissions.", e);
        }

        return Parse(path, lines);
    }

    /// <summary>Writes cases as a file that <see cref="ReadAsync"/> reads back.</summary>
    internal static async Task WriteAsync(string path, IEnumerable<EvalCase> cases, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var evalCase in cases)
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(evalCase, CaseJson.Readable.EvalCase).AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    internal static CaseFile Parse(string path, IReadOnlyList<string> lines)
    {
        var problems = new List<CaseProblem>();
        var cases = new List<EvalCase>();
        var numbers = new List<int>();
        var lineOfId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var line = new CaseLine(lines[i]);
            var evalCase = line.Read();
            problems.AddRange(line.Problems.Select(message => new CaseProblem(path, i + 1, message)));
            if (evalCase is null)
            {
                continue;
            }

            if (!lineOfId.TryAdd(evalCase.Id, i + 1))
            {
                problems.Add(new CaseProblem(path, i + 1, $"The id '{evalCase.Id}' stands on line {lineOfId[evalCase.Id]} already. Give every case an id of its own."));
            }

            cases.Add(evalCase);
            numbers.Add(i + 1);
        }

        if (problems.Count > 0)
        {
            throw new CaseFileException(problems);
        }

        return cases.Count > 0
            ? new CaseFile(path, cases, numbers)
            : throw new ForumQAException("cases-empty", $"The case file '{path}' holds no case. Put one JSON object on each line, as evals/case.schema.json describes it.");
    }

    /// <summary>Checks every gold quotation against the corpus, and finds where it stands.</summary>
    /// <exception cref="CaseFileException">A document is unknown or a quotation does not stand in it; every such line is listed.</exception>
    internal IReadOnlyList<GoldEvidence> Locate(Func<string, string?> findText)
    {
        var problems = new List<CaseProblem>();
        var located = new List<GoldEvidence>(Cases.Count);
        for (var i = 0; i < Cases.Count; i++)
        {
            foreach (var unknown in Cases[i].Expect?.NamedDocuments.Distinct().Where(id => findText(id) is null) ?? [])
            {
                problems.Add(new CaseProblem(Path, _lines[i], $"There is no document '{unknown}' in the index. Correct the name, or index the corpus these cases are about."));
            }

            located.Add(GoldEvidence.Locate(Cases[i].Citations, findText, message => problems.Add(new CaseProblem(Path, _lines[i], message))));
        }

        return problems.Count == 0 ? located : throw new CaseFileException(problems);
    }
}
