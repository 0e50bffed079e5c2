using System.Text.Json;

namespace ForumQA.Benchmarks.Retrieval;

/// <summary>A question with the passages that answer it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Relevant">The numbers of the passages.</param>
/// <param name="Group">The article it was written for; halves are made of whole articles.</param>
internal sealed record RetrievalQuestion(string Text, IReadOnlyList<int> Relevant, int Group);

/// <summary>A text to index as one passage.</summary>
/// <param name="Document">Passages with the same number are one document.</param>
/// <param name="Title">Its title; empty when the set has none or it is to be left out.</param>
/// <param name="Text">Its words.</param>
internal sealed record RetrievalText(int Document, string Title, string Text);

/// <summary>Texts and questions of one public set; <c>shared/data/README.md</c> says where they come from.</summary>
internal sealed record RetrievalSet(string Name, IReadOnlyList<RetrievalText> Texts, IReadOnlyList<RetrievalQuestion> Questions)
{
    /// <summary>Half of SQuAD 2.0's dev set with the distractors beside it: 1,216 paragraphs, 2,910 answerable questions.</summary>
    /// <param name="data">The folder of the sets.</param>
    /// <param name="articles">Whether the paragraphs of an article are one document with its title, or each a document of its own without one, as the published floors have it.</param>
    public static RetrievalSet ReadSquad(string data, bool articles) =>
        new RetrievalSet("squad2-half", [], [])
            .AddSquad(Path.Combine(data, "squad2-half", "dev.json"), articles, withQuestions: true)
            .AddSquad(Path.Combine(data, "squad2-half", "distractors.json"), articles, withQuestions: false);

    /// <summary>XQuAD in one language: 240 paragraphs, 1,190 questions.</summary>
    public static RetrievalSet ReadXquad(string data, string language) =>
        new RetrievalSet($"xquad {language}", [], []).AddSquad(Path.Combine(data, "xquad", $"xquad.{language}.json"), articles: false, withQuestions: true);

    /// <summary>100 questions of HotpotQA.</summary>
    public static RetrievalSet ReadHotpot(string data)
    {
        using var corpus = Read(data, "multihop", "hotpotqa_train100_corpus.json");
        using var asked = Read(data, "multihop", "hotpotqa_train100.json");
        var texts = corpus.RootElement.EnumerateObject()
            .Select((text, i) => new RetrievalText(i, text.Name, string.Concat(text.Value.EnumerateArray().Select(sentence => sentence.GetString()))))
            .ToList();
        var numbers = texts.ToDictionary(text => text.Title, text => text.Document, StringComparer.Ordinal);
        return new RetrievalSet("hotpotqa", texts, [.. asked.RootElement.EnumerateArray().Select((question, i) => new RetrievalQuestion(
            question.GetProperty("question").GetString()!,
            [.. question.GetProperty("supporting_facts").EnumerateArray().Select(fact => numbers[fact[0].GetString()!]).Distinct()],
            i))]);
    }

    /// <summary>100 questions of MuSiQue.</summary>
    public static RetrievalSet ReadMusique(string data)
    {
        using var corpus = Read(data, "multihop", "musique_train100_corpus.json");
        using var asked = Read(data, "multihop", "musique_train100.json");
        var texts = corpus.RootElement.EnumerateArray()
            .Select(text => (Title: text.GetProperty("title").GetString()!, Text: text.GetProperty("text").GetString()!))
            .Distinct()
            .Select((text, i) => new RetrievalText(i, text.Title, text.Text))
            .ToList();
        var numbers = texts.ToDictionary(text => (text.Title, text.Text), text => text.Document);
        return new RetrievalSet("musique", texts, [.. asked.RootElement.EnumerateArray().Select((question, i) => new RetrievalQuestion(
            question.GetProperty("question").GetString()!,
            [.. question.GetProperty("paragraphs").EnumerateArray()
                .Where(paragraph => paragraph.GetProperty("is_supporting").GetBoolean())
                .Select(paragraph => numbers[(paragraph.GetProperty("title").GetString()!, paragraph.GetProperty("paragraph_text").GetString()!)])
                .Distinct()],
            i))]);
    }

    /// <summary>98 long papers cut at sentence ends into passages of about 130 words; the passage in which the answer starts is relevant.</summary>
    public static RetrievalSet ReadCovid(string data)
    {
        using var json = Read(data, "covid-qa", "200423_covidQA.json");
        var texts = new List<RetrievalText>();
        var questions = new List<RetrievalQuestion>();
        foreach (var (paper, number) in json.RootElement.GetProperty("data").EnumerateArray().Select((paper, i) => (paper.GetProperty("paragraphs")[0], i)))
        {
            var text = paper.GetProperty("context").GetString()!;
            var first = texts.Count;
            var ends = SentenceChunks.Cut(text);
            texts.AddRange(ends.Select((end, i) => new RetrievalText(number, "", text[(i == 0 ? 0 : ends[i - 1])..end])));
            questions.AddRange(paper.GetProperty("qas").EnumerateArray()
                .Where(question => !question.GetProperty("is_impossible").GetBoolean())
                .Select(question => new RetrievalQuestion(
                    question.GetProperty("question").GetString()!,
                    [first + ends.FindIndex(end => CodePoints.ToUtf16(text, question.GetProperty("answers")[0].GetProperty("answer_start").GetInt32()) < end)],
                    number)));
        }

        return new RetrievalSet("covid-qa", texts, questions);
    }

    /// <summary>The questions with two typing errors each.</summary>
    /// <param name="contentWordsOnly">Whether the errors fall on words that are not stop words, which is harder.</param>
    public RetrievalSet WithTypingErrors(bool contentWordsOnly) => this with
    {
        Name = $"{Name}, 2 typing errors{(contentWordsOnly ? " in content words" : "")}",
        Questions = [.. Questions.Select(question => question with { Text = TypingErrors.Add(question.Text, contentWordsOnly) })],
    };

    /// <summary>The questions of the articles whose number divides by two, or of the others.</summary>
    public RetrievalSet Half(int remainder) => this with
    {
        Name = $"{Name}, {(remainder == 0 ? "learned on" : "held out")}",
        Questions = [.. Questions.Where(question => question.Group % 2 == remainder)],
    };

    private static JsonDocument Read(params string[] path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(path)));

    private RetrievalSet AddSquad(string file, bool articles, bool withQuestions)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var texts = Texts.ToList();
        var questions = Questions.ToList();
        var firstGroup = texts.Count == 0 ? 0 : 1000;
        foreach (var (article, number) in json.RootElement.GetProperty("data").EnumerateArray().Select((article, i) => (article, i)))
        {
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                texts.Add(new RetrievalText(
                    articles ? firstGroup + number : texts.Count,
                    articles ? article.GetProperty("title").GetString()!.Replace('_', ' ') : "",
                    paragraph.GetProperty("context").GetString()!));
                questions.AddRange(paragraph.GetProperty("qas").EnumerateArray()
                    .Where(question => withQuestions && !(question.TryGetProperty("is_impossible", out var impossible) && impossible.GetBoolean()))
                    .Select(question => new RetrievalQuestion(question.GetProperty("question").GetString()!, [texts.Count - 1], number)));
            }
        }

        return new RetrievalSet(Name, texts, questions);
    }
}
