namespace ForumQA.Evaluation.Import;

/// <summary>
/// A table of questions over the user's own corpus, as spreadsheets save it: RFC 4180 with a first line that names the columns
/// <c>question</c>, and any of <c>id</c>, <c>answer</c>, <c>document</c>, <c>quotation</c>, <c>answerable</c>, <c>tags</c>.
/// </summary>
/// <remarks>Several answers or tags are parted by <c>|</c>. A question is answerable unless it says no, or has neither answer nor document.</remarks>
internal static class CsvFormat
{
    private static readonly string[] Columns = ["question", "id", "answer", "document", "quotation", "answerable", "tags"];

    /// <exception cref="ForumQAException">The file is missing or not in this format; the message says where.</exception>
    public static async Task<ImportedSet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', await DataSetFile.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false));
        var rows = CsvReader.Read(text);
        var header = rows.Count > 0 ? rows[0].Select(name => name.Trim().ToLowerInvariant()).ToList() : [];
        header = [.. header.Select(name => name == "answers" ? "answer" : name)];
        if (!header.Contains("question"))
        {
            throw new ForumQAException(
                "import-format", $"'{path}' has no column 'question'. Name the columns on the first line: {string.Join(',', Columns)}; only the first is needed.");
        }

        if (header.Except(Columns).FirstOrDefault() is { } unknown)
        {
            throw new ForumQAException("import-format", $"'{path}' has a column '{unknown}' that means nothing here. Rename it to one of {string.Join(", ", Columns)}, or take it out.");
        }

        return new ImportedSet([], [.. rows.Skip(1).Where(row => row.Any(field => field.Length > 0)).Select((row, i) => Case(path, header, row, i))], []);
    }

    private static ImportedCase Case(string path, List<string> header, IReadOnlyList<string> row, int number)
    {
        var question = Field("question");
        if (question.Length == 0)
        {
            throw new ForumQAException("import-format", $"'{path}' has no question in row {number + 2}. Write one, or take the row out.");
        }

        var (document, quotation) = (Field("document"), Field("quotation"));
        var answers = List("answer");
        return new ImportedCase
        {
            Id = Field("id") is { Length: > 0 } id ? id : $"row-{number + 2:0000}",
            Question = question,
            Answers = answers,
            Gold = document.Length == 0 ? [] : [new ImportedGold(document, quotation.Length == 0 ? null : quotation)],
            Answerable = Field("answerable").ToLowerInvariant() switch
            {
                "" => answers.Count > 0 || document.Length > 0,
                "yes" or "true" or "1" => true,
                "no" or "false" or "0" => false,
                var other => throw new ForumQAException("import-format", $"'{path}' says '{other}' for answerable in row {number + 2}. Write yes or no."),
            },
            Tags = List("tags"),
        };

        string Field(string name) => header.IndexOf(name) is var column && column >= 0 && column < row.Count ? row[column].Trim() : "";

        List<string> List(string name) => [.. Field(name).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
