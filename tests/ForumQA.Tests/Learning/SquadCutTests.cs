using System.Text.Json.Nodes;
using ForumQA.Benchmarks.Sets;

namespace ForumQA.Tests.Learning;

public sealed class SquadCutTests
{
    private static readonly string[] Asked =
    [
        "Force", "Normans", "Computational_complexity_theory", "Huguenot", "Steam_engine", "1973_oil_crisis", "European_Union_law", "Packet_switching",
        "Harvard_University", "Yuan_dynasty", "Immune_system", "Scottish_Parliament", "Islamism", "Imperialism", "Warsaw", "French_and_Indian_War",
    ];

    [Fact]
    public void Articles_that_are_asked_about_keep_their_questions_and_the_others_lose_their_answers()
    {
        var (asked, distractors) = SquadCut.Cut(Set([.. Asked, "Oxygen"]));

        Assert.Equal("Normans", (string?)asked["data"]![0]!["title"]);
        Assert.Equal("Force", (string?)asked["data"]![15]!["title"]);
        Assert.Equal("an answer", (string?)Question(asked)["answers"]![0]!["text"]);
        Assert.Equal("Oxygen", (string?)Assert.Single(distractors["data"]!.AsArray())!["title"]);
        Assert.Empty(Question(distractors)["answers"]!.AsArray());
        Assert.False(Question(distractors).ContainsKey("is_impossible"));
    }

    [Fact]
    public void Another_set_is_refused_by_the_article_it_lacks() =>
        Assert.Contains("Normans", Assert.Throws<InvalidDataException>(() => SquadCut.Cut(Set(["Oxygen"]))).Message, StringComparison.Ordinal);

    private static JsonObject Question(JsonObject set) => set["data"]![0]!["paragraphs"]![0]!["qas"]![0]!.AsObject();

    private static JsonObject Set(string[] titles) => new()
    {
        ["data"] = new JsonArray([.. titles.Select(title => JsonNode.Parse($$"""
            { "title": "{{title}}", "paragraphs": [{ "context": "c", "qas": [{ "question": "q", "answers": [{ "text": "an answer", "answer_start": 0 }], "is_impossible": false }] }] }
            """))]),
    };
}
