using System.Text.Json;
using ForumQA.Answering;

namespace ForumQA.Evaluation.Cases;

/// <summary>Reads what a case expects.</summary>
/// <param name="elements">Keeps what is wrong.</param>
internal sealed class ExpectationReader(CaseElements elements)
{
    internal static readonly string[] Properties =
        ["status", "items", "least", "sides", "mustContain", "mustNotContain", "documents", "within", "maxSentences", "otherwise"];

    internal static readonly string[] SideProperties = ["of", "says"];

    public Expectation? Read(JsonElement expect)
    {
        if (!elements.RequireObject(expect, "expect"))
        {
            return null;
        }

        elements.RefuseOthers(expect, Properties, "\"expect\"");
        return new Expectation
        {
            Status = elements.ReadList(expect, "status", ReadStatus),
            Items = elements.ReadList(expect, "items", item => ReadWordings(item, "items")),
            Least = ReadLeast(expect),
            Sides = elements.ReadList(expect, "sides", ReadSide),
            MustContain = elements.ReadList(expect, "mustContain", item => ReadWordings(item, "mustContain")),
            MustNotContain = elements.ReadList(expect, "mustNotContain", item => elements.ReadText(item, "mustNotContain", "words that would be wrong")),
            Documents = elements.ReadList(expect, "documents", item => elements.ReadText(item, "documents", "a document's path in the corpus")),
            Within = elements.ReadList(expect, "within", item => elements.ReadText(item, "within", "a document's path in the corpus")),
            MaxSentences = ReadMaxSentences(expect),
            Otherwise = expect.TryGetProperty("otherwise", out var otherwise) ? Read(otherwise) : null,
        };
    }

    private AnswerStatus ReadStatus(JsonElement value)
    {
        var text = elements.ReadText(value, "status", "answered, partial, notFound or conversation");
        if (text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<AnswerStatus>(text, ignoreCase: true, out var status))
        {
            return status;
        }

        elements.Complain($"There is no status '{text}'. Write answered, partial, notFound or conversation.");
        return AnswerStatus.NotFound;
    }

    private List<string> ReadWordings(JsonElement value, string name)
    {
        var wordings = elements.ReadItems(value, name, item => elements.ReadText(item, name, "a wording"));
        if (value.ValueKind == JsonValueKind.Array && wordings.Count == 0)
        {
            elements.Complain($"'{name}' holds an empty list, which nothing can fulfil. Write the wordings any one of which will do.");
        }

        return wordings;
    }

    private ExpectedSide ReadSide(JsonElement side)
    {
        if (!elements.RequireObject(side, "sides"))
        {
            return new ExpectedSide([], []);
        }

        elements.RefuseOthers(side, SideProperties, "A side");
        return new ExpectedSide(RequireWordings(side, "of"), RequireWordings(side, "says"));
    }

    private List<string> RequireWordings(JsonElement side, string name)
    {
        if (side.TryGetProperty(name, out var value))
        {
            return ReadWordings(value, name);
        }

        elements.Complain($"A side has no '{name}'. Write {{\"of\": [whom it speaks of], \"says\": [what is said]}}.");
        return [];
    }

    private double ReadLeast(JsonElement expect)
    {
        if (!expect.TryGetProperty("least", out var value))
        {
            return 1;
        }

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is > 0 and <= 1 and var least && expect.TryGetProperty("items", out _))
        {
            return least;
        }

        elements.Complain("'least' is the share of \"items\" that must be there: a number above 0 and up to 1, beside \"items\". Correct it, or leave it out for 1.");
        return 1;
    }

    private int? ReadMaxSentences(JsonElement expect)
    {
        if (!expect.TryGetProperty("maxSentences", out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var most) && most > 0)
        {
            return most;
        }

        elements.Complain("'maxSentences' is not a whole number above 0. Correct it, or leave it out.");
        return null;
    }
}
