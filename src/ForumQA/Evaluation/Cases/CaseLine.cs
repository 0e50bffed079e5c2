using System.Text.Json;
using ForumQA.Answering;

namespace ForumQA.Evaluation.Cases;

/// <summary>Reads one line of a case file and says everything that is wrong with it.</summary>
internal sealed class CaseLine(string json)
{
    internal static readonly string[] CaseProperties = ["id", "question", "history", "answers", "citations", "answerable", "tags"];
    internal static readonly string[] CitationProperties = ["document", "quotation", "relevance"];
    internal static readonly string[] TurnProperties = ["question", "answer"];

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <returns>Null when there is a problem.</returns>
    public EvalCase? Read()
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                _problems.Add("The line is not a JSON object. Write one case as {\"id\": ..., \"question\": ..., \"answerable\": ...}.");
                return null;
            }

            var evalCase = ReadCase(parsed.RootElement);
            return _problems.Count == 0 ? evalCase : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second for a string with half of a surrogate pair.
            _problems.Add($"The line is not JSON: {e.Message} Write one case a line, without line breaks in it.");
            return null;
        }
    }

    private EvalCase ReadCase(JsonElement line)
    {
        RefuseOthers(line, CaseProperties, "A case");
        var evalCase = new EvalCase
        {
            Id = RequireText(line, "id", "a name of its own, such as \"single-fact-01\""),
            Question = RequireText(line, "question", "the question as a user would type it"),
            History = ReadList(line, "history", ReadTurn),
            Answers = ReadList(line, "answers", item => ReadText(item, "answers", "a wording that makes an answer right")),
            Citations = ReadList(line, "citations", ReadCitation),
            Answerable = ReadAnswerable(line),
            Tags = ReadList(line, "tags", item => ReadText(item, "tags", "the kind of case, such as \"date\"")),
        };
        var hasGold = evalCase.Answers.Count + evalCase.Citations.Count > 0;
        if (evalCase.Answerable && !hasGold)
        {
            _problems.Add("The case is answerable but has neither answers nor citations. Add at least one, or set \"answerable\" to false.");
        }
        else if (!evalCase.Answerable && hasGold)
        {
            _problems.Add("The case is not answerable but has answers or citations. Take them out, or set \"answerable\" to true.");
        }

        return evalCase;
    }

    private ConversationTurn ReadTurn(JsonElement turn)
    {
        if (!RequireObject(turn, "history"))
        {
            return new ConversationTurn("");
        }

        RefuseOthers(turn, TurnProperties, "A turn of the history");
        return new ConversationTurn(
            RequireText(turn, "question", "what was asked before"),
            turn.TryGetProperty("answer", out var answer) ? ReadText(answer, "answer", "what was answered, or leave it out") : null);
    }

    private GoldCitation ReadCitation(JsonElement citation)
    {
        if (!RequireObject(citation, "citations"))
        {
            return new GoldCitation("");
        }

        RefuseOthers(citation, CitationProperties, "A citation");
        var relevance = 1;
        if (citation.TryGetProperty("relevance", out var number) && !(number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out relevance) && relevance > 0))
        {
            _problems.Add("'relevance' is not a whole number above 0. Correct it, or leave it out for 1.");
        }

        return new GoldCitation(
            RequireText(citation, "document", "the document's id: its path relative to the corpus folder, with forward slashes"),
            citation.TryGetProperty("quotation", out var quotation) ? ReadText(quotation, "quotation", "words of the document, or leave it out") : null)
        {
            Relevance = relevance,
        };
    }

    private bool ReadAnswerable(JsonElement line)
    {
        if (line.TryGetProperty("answerable", out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        _problems.Add("'answerable' is missing or not true or false. Say whether the corpus answers the question.");
        return false;
    }

    private List<T> ReadList<T>(JsonElement line, string name, Func<JsonElement, T> read)
    {
        if (!line.TryGetProperty(name, out var list))
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array)
        {
            return [.. list.EnumerateArray().Select(read)];
        }

        _problems.Add($"'{name}' is not a list. Put it in square brackets.");
        return [];
    }

    private string RequireText(JsonElement owner, string name, string meaning)
    {
        if (owner.TryGetProperty(name, out var value))
        {
            return ReadText(value, name, meaning);
        }

        _problems.Add($"'{name}' is missing. Add {meaning}.");
        return "";
    }

    private string ReadText(JsonElement value, string name, string meaning)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        _problems.Add($"'{name}' is empty or not a text. Write {meaning}.");
        return "";
    }

    private bool RequireObject(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        _problems.Add($"'{name}' holds something other than an object. Put each in curly brackets.");
        return false;
    }

    private void RefuseOthers(JsonElement owner, string[] known, string what)
    {
        foreach (var other in owner.EnumerateObject().Select(property => property.Name).Except(known))
        {
            _problems.Add($"{what} has no property '{other}'. Correct its name to one of {string.Join(", ", known)}, or take it out.");
        }
    }
}
