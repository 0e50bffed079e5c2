using System.Text.Json;
using ForumQA.Answering;

namespace ForumQA.Evaluation.Cases;

/// <summary>Reads one line of a case file and says everything that is wrong with it.</summary>
internal sealed class CaseLine(string json)
{
    internal static readonly string[] CaseProperties =
        ["id", "kind", "half", "question", "history", "before", "answers", "citations", "expect", "answerable", "tags"];
    internal static readonly string[] CitationProperties = ["document", "quotation", "relevance"];
    internal static readonly string[] TurnProperties = ["question", "answer"];

    private readonly CaseElements _elements = new();

    public IReadOnlyList<string> Problems => _elements.Problems;

    /// <returns>Null when there is a problem.</returns>
    public EvalCase? Read()
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                _elements.Complain("The line is not a JSON object. Write one case as {\"id\": ..., \"question\": ..., \"answerable\": ...}.");
                return null;
            }

            var evalCase = ReadCase(parsed.RootElement);
            return _elements.Problems.Count == 0 ? evalCase : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second for a string with half of a surrogate pair.
            _elements.Complain($"The line is not JSON: {e.Message} Write one case a line, without line breaks in it.");
            return null;
        }
    }

    private EvalCase ReadCase(JsonElement line)
    {
        _elements.RefuseOthers(line, CaseProperties, "A case");
        var evalCase = new EvalCase
        {
            Id = _elements.RequireText(line, "id", "a name of its own, such as \"single-fact-01\""),
            Kind = ReadKind(line),
            GivenHalf = ReadHalf(line),
            Question = _elements.RequireText(line, "question", "the question as a user would type it"),
            History = _elements.ReadList(line, "history", ReadTurn),
            Before = line.TryGetProperty("before", out _)
                ? _elements.ReadList(line, "before", item => _elements.ReadText(item, "before", "a question asked earlier in the conversation"))
                : null,
            Answers = _elements.ReadList(line, "answers", item => _elements.ReadText(item, "answers", "a wording that makes an answer right")),
            Citations = _elements.ReadList(line, "citations", ReadCitation),
            Expect = line.TryGetProperty("expect", out var expect) ? new ExpectationReader(_elements).Read(expect) : null,
            Answerable = ReadAnswerable(line),
            Tags = _elements.ReadList(line, "tags", item => _elements.ReadText(item, "tags", "the kind of case, such as \"date\"")),
        };
        var hasGold = evalCase.Answers.Count + evalCase.Citations.Count > 0;
        if (evalCase is { Answerable: true, Expect: null } && !hasGold)
        {
            _elements.Complain("The case is answerable but has neither answers nor citations nor \"expect\". Add at least one, or set \"answerable\" to false.");
        }
        else if (!evalCase.Answerable && hasGold)
        {
            _elements.Complain("The case is not answerable but has answers or citations. Take them out, or set \"answerable\" to true.");
        }

        return evalCase;
    }

    private string? ReadKind(JsonElement line)
    {
        if (!line.TryGetProperty("kind", out var value))
        {
            return null;
        }

        var kind = _elements.ReadText(value, "kind", $"one of {string.Join(", ", CaseKind.All)}");
        if (kind.Length > 0 && !CaseKind.All.Contains(kind))
        {
            _elements.Complain($"There is no kind '{kind}'. Write one of {string.Join(", ", CaseKind.All)}, or use \"tags\".");
        }

        return kind;
    }

    private CaseHalf? ReadHalf(JsonElement line)
    {
        if (!line.TryGetProperty("half", out var value))
        {
            return null;
        }

        switch (_elements.ReadText(value, "half", "tune or report, or leave it out"))
        {
            case "tune":
                return CaseHalf.Tune;
            case "report":
                return CaseHalf.Report;
            case var other:
                _elements.Complain($"'half' is '{other}'. Write tune or report, or leave it out to have it follow from the id.");
                return null;
        }
    }

    private ConversationTurn ReadTurn(JsonElement turn)
    {
        if (!_elements.RequireObject(turn, "history"))
        {
            return new ConversationTurn("");
        }

        _elements.RefuseOthers(turn, TurnProperties, "A turn of the history");
        return new ConversationTurn(
            _elements.RequireText(turn, "question", "what was asked before"),
            turn.TryGetProperty("answer", out var answer) ? _elements.ReadText(answer, "answer", "what was answered, or leave it out") : null);
    }

    private GoldCitation ReadCitation(JsonElement citation)
    {
        if (!_elements.RequireObject(citation, "citations"))
        {
            return new GoldCitation("");
        }

        _elements.RefuseOthers(citation, CitationProperties, "A citation");
        var relevance = 1;
        if (citation.TryGetProperty("relevance", out var number) && !(number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out relevance) && relevance > 0))
        {
            _elements.Complain("'relevance' is not a whole number above 0. Correct it, or leave it out for 1.");
        }

        return new GoldCitation(
            _elements.RequireText(citation, "document", "the document's id: its path relative to the corpus folder, with forward slashes"),
            citation.TryGetProperty("quotation", out var quotation) ? _elements.ReadText(quotation, "quotation", "words of the document, or leave it out") : null)
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

        _elements.Complain("'answerable' is missing or not true or false. Say whether the corpus answers the question.");
        return false;
    }
}
