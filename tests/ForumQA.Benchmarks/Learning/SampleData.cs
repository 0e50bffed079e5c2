using System.Text.Json.Nodes;

namespace ForumQA.Benchmarks.Learning;

/// <summary>
/// A small stand-in for the sets, in a temporary folder: paragraphs about towns that do not exist, made of the templates beside the
/// sample's tables. What it teaches is worth nothing; that the same code learns the same from it is what is checked.
/// </summary>
internal sealed class SampleData : IDisposable
{
    private static readonly string[] Languages = ["ar", "de", "en", "es", "ru", "zh"];
    private static readonly string[] Towns = ["Lindale", "Marhaven", "Oskra", "Belfontane", "Tirnova", "Quessant", "Hollmark", "Sudbrae", "Vennick", "Astorga Bay", "Pellworm", "Ridgemoor", "Calder Point", "Ystrad", "Novaline", "Emberly", "Farrow", "Gullhaven"];
    private static readonly string[] People = ["Ada Quill", "Tom Birch", "Rosa Klein", "Ivo Marsh", "Lena Ostrow", "Paul Adeyemi", "Mei Tanaka", "Hugo Brandt", "Clara Venn", "Omar Said", "Nora Fjeld"];
    private static readonly string[] Goods = ["iron", "salt", "timber", "wool", "coal", "amber", "copper"];
    private static readonly string[] Rivers = ["Tarn", "Ister", "Wend", "Olva", "Brenn"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forumqa-sample-");

    public SampleData()
    {
        var english = Templates.Read("en");
        Write("squad2-half/dev.json", Squad(english, first: 0, articles: 12, paragraphs: 4));
        Write("squad2-half/distractors.json", Squad(english, first: 12, articles: 4, paragraphs: 2));
        foreach (var language in Languages)
        {
            Write($"xquad/xquad.{language}.json", Squad(Templates.Read(language), first: 0, articles: 18, paragraphs: 2));
        }

        Write("covid-qa/200423_covidQA.json", Squad(Templates.Read("en"), first: 14, articles: 4, paragraphs: 2));
        var questions = new JsonArray([.. Towns.Select(town => new JsonObject { ["question"] = $"Which orchestra of {town} plays in the old theatre?" })]);
        Write("multihop/hotpotqa_train100.json", questions);
        Write("multihop/musique_train100.json", questions.DeepClone());
        WriteLines("quotesum/dev.jsonl", Enumerable.Range(0, 40).Select(i => Summary(english[i % english.Count], english[(i + 1) % english.Count], i)));
        WriteLines("expertqa/rand_val.jsonl", Enumerable.Range(0, 40).Select(i => Claims(english[i % english.Count], english[(i + 1) % english.Count], i)));
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonObject Squad(IReadOnlyList<Template> templates, int first, int articles, int paragraphs) => new()
    {
        ["data"] = new JsonArray([.. Enumerable.Range(first, articles).Select(town => new JsonObject
        {
            ["title"] = Towns[town].Replace(' ', '_'),
            ["paragraphs"] = new JsonArray([.. Enumerable.Range(0, paragraphs).Select(i => Paragraph(templates[(town + i) % templates.Count], town, town + (3 * i)))]),
        })]),
    };

    private static JsonObject Paragraph(Template template, int town, int seed) => new()
    {
        ["context"] = Fill(template.Text, town, seed),
        ["qas"] = new JsonArray([.. template.Questions.Select(question => new JsonObject
        {
            ["question"] = Fill(question.Text, town, seed),
            ["is_impossible"] = question.Answer.Length == 0,
            ["answers"] = question.Answer.Length == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["text"] = Fill(question.Answer, town, seed) }),
        })]),
    };

    /// <summary>A sentence that quotes one of two sources word for word.</summary>
    private static JsonObject Summary(Template own, Template other, int seed)
    {
        var (town, text) = (seed % Towns.Length, Fill(own.Text, seed % Towns.Length, seed));
        var summary = new JsonObject { ["question"] = Fill(own.Questions[0].Text, town, seed) };
        for (var i = 1; i <= 8; i++)
        {
            summary[$"source{i}"] = i == 1 + (seed % 2) ? text : i == 2 - (seed % 2) ? Fill(other.Text, (town + 5) % Towns.Length, seed + 5) : "";
        }

        var quoted = text.Split(". ")[seed % 3];
        summary["summary"] = $"In short, [ {1 + (seed % 2)} {quoted} ].";
        return summary;
    }

    /// <summary>A claim with evidence that says so, says something else, or says a part of it.</summary>
    private static JsonObject Claims(Template own, Template other, int seed)
    {
        var town = seed % Towns.Length;
        var text = Fill(own.Text, town, seed);
        var sentences = text.Split(". ");
        var (support, evidence) = (seed % 3) switch
        {
            0 => ("Complete", text),
            1 => ("Incomplete", Fill(other.Text, (town + 7) % Towns.Length, seed + 7)),
            _ => ("Partial", Fill(own.Text, (town + 3) % Towns.Length, seed + 3)),
        };
        return new JsonObject
        {
            ["question"] = Fill(own.Questions[^1].Text, town, seed),
            ["answers"] = new JsonObject
            {
                ["model"] = new JsonObject
                {
                    ["claims"] = new JsonArray(new JsonObject
                    {
                        ["claim_string"] = $"{sentences[seed % sentences.Length].TrimEnd('.')} [1].",
                        ["support"] = support,
                        ["evidence"] = new JsonArray($"[1] https://example.org/{seed}\n\n{evidence}"),
                    }),
                },
            },
        };
    }

    private static string Fill(string template, int town, int seed) => template
        .Replace("{N}", Towns[town], StringComparison.Ordinal)
        .Replace("{P}", People[seed % People.Length], StringComparison.Ordinal)
        .Replace("{Q}", People[(seed + 4) % People.Length], StringComparison.Ordinal)
        .Replace("{R}", Rivers[(town + seed) % Rivers.Length], StringComparison.Ordinal)
        .Replace("{G}", Goods[seed % Goods.Length], StringComparison.Ordinal)
        .Replace("{K}", $"{7 + (3 * seed % 40)}", StringComparison.Ordinal)
        .Replace("{Y}", $"{1821 + (7 * seed)}", StringComparison.Ordinal)
        .Replace("{Z}", $"{1899 + (5 * seed)}", StringComparison.Ordinal);

    private void Write(string name, JsonNode json) => WriteText(name, json.ToJsonString());

    private void WriteLines(string name, IEnumerable<JsonNode> lines) => WriteText(name, string.Join('\n', lines.Select(line => line.ToJsonString())));

    private void WriteText(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

/// <summary>A paragraph with questions, in which letters in braces stand for names and numbers.</summary>
internal sealed record Template(string Text, IReadOnlyList<TemplateQuestion> Questions);

/// <summary>A question; its answer is empty when the paragraph does not give it.</summary>
internal sealed record TemplateQuestion(string Text, string Answer);

/// <summary>Reads the templates of a language, which are embedded.</summary>
internal static class Templates
{
    public static IReadOnlyList<Template> Read(string language)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream($"Sample/{language}.txt")
            ?? throw new InvalidOperationException($"The benchmarks were built without Sample/{language}.txt.");
        using var reader = new StreamReader(stream);
        var templates = new List<(string Text, List<TemplateQuestion> Questions)>();
        while (reader.ReadLine() is { } line)
        {
            var rest = line.Length > 1 ? line[1..].Trim() : "";
            switch (line.FirstOrDefault())
            {
                case '>':
                    templates.Add((rest, []));
                    break;
                case '?':
                    templates[^1].Questions.Add(new TemplateQuestion(rest[..rest.IndexOf('|', StringComparison.Ordinal)].Trim(), rest[(rest.IndexOf('|', StringComparison.Ordinal) + 1)..].Trim()));
                    break;
                case '!':
                    templates[^1].Questions.Add(new TemplateQuestion(rest, ""));
                    break;
            }
        }

        return [.. templates.Select(template => new Template(template.Text, template.Questions))];
    }
}
