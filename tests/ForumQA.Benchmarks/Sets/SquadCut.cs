using System.Text.Json.Nodes;

namespace ForumQA.Benchmarks.Sets;

/// <summary>Cuts SQuAD 2.0's development set by article, so that no paragraph of an article is on both sides.</summary>
internal static class SquadCut
{
    /// <summary>The articles that are asked about, in the order in which halves are made of them.</summary>
    private static readonly string[] Asked =
    [
        "Normans", "Computational_complexity_theory", "Huguenot", "Steam_engine", "1973_oil_crisis", "European_Union_law", "Packet_switching", "Harvard_University",
        "Yuan_dynasty", "Immune_system", "Scottish_Parliament", "Islamism", "Imperialism", "Warsaw", "French_and_Indian_War", "Force",
    ];

    /// <summary>The set in two: articles with all their questions, and the others with questions that have no answers.</summary>
    /// <exception cref="InvalidDataException">An article is missing: this is another set.</exception>
    public static (JsonObject Asked, JsonObject Distractors) Cut(JsonNode original)
    {
        var articles = original["data"]!.AsArray().Select(article => article!).ToList();
        var asked = Asked.Select(title => articles.FirstOrDefault(article => (string?)article["title"] == title)
            ?? throw new InvalidDataException($"There is no article '{title}'. This is not SQuAD 2.0's dev-v2.0.json."));
        var others = articles.Where(article => !Asked.Contains((string?)article["title"], StringComparer.Ordinal));
        return (Set(asked.Select(article => article.DeepClone())), Set(others.Select(WithoutAnswers)));
    }

    private static JsonNode WithoutAnswers(JsonNode article)
    {
        var copy = article.DeepClone();
        foreach (var question in copy["paragraphs"]!.AsArray().SelectMany(paragraph => paragraph!["qas"]!.AsArray()))
        {
            question!["answers"] = new JsonArray();
            question.AsObject().Remove("is_impossible");
            question.AsObject().Remove("plausible_answers");
        }

        return copy;
    }

    private static JsonObject Set(IEnumerable<JsonNode> articles) => new() { ["version"] = "v2.0", ["data"] = new JsonArray([.. articles]) };
}
