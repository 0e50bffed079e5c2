using System.Text.Json;
using ForumQA.Text;

namespace ForumQA.Reader.Examples;

/// <summary>A paragraph and what is asked about it.</summary>
/// <param name="Article">The title of its article.</param>
/// <param name="Sentences">In order.</param>
/// <param name="Questions">About it.</param>
internal sealed record ReadParagraph(string Article, IReadOnlyList<string> Sentences, IReadOnlyList<ReadQuestion> Questions);

/// <summary>A question about a paragraph.</summary>
/// <param name="Text">The question.</param>
/// <param name="IsAnswerable">Whether the paragraph answers it; otherwise people wrote it to look so.</param>
/// <param name="Places">The sentences that hold an accepted answer, or what seems to be one.</param>
/// <param name="Span">The answer within the first of these; null where only the sentence is known.</param>
internal sealed record ReadQuestion(string Text, bool IsAnswerable, IReadOnlyList<int> Places, (int Start, int End)? Span);

/// <summary>Reads the public sets.</summary>
internal static class ReadingSets
{
    /// <summary>A file in SQuAD's format.</summary>
    public static IReadOnlyList<ReadParagraph> ReadSquad(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. json.RootElement.GetProperty("data").EnumerateArray().SelectMany((article, number) => article.GetProperty("paragraphs").EnumerateArray().Select(paragraph =>
            {
                var text = paragraph.GetProperty("context").GetString()!;
                var spans = SentenceSplitter.Split(text);
                return new ReadParagraph(
                    article.TryGetProperty("title", out var title) ? title.GetString()! : $"article {number}",
                    [.. spans.Select(span => text[span.Start..span.End])],
                    [.. paragraph.GetProperty("qas").EnumerateArray().Select(question => ReadQuestion(question, text, spans)).OfType<ReadQuestion>()]);
            })),
        ];
    }

    /// <summary>A file of SelQA's answer sentence selection: sentences of a section, and which of them answer.</summary>
    public static IReadOnlyList<ReadParagraph> ReadSelQa(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. json.RootElement.EnumerateArray().Select(question => new ReadParagraph(
                question.GetProperty("article").GetString()!,
                [.. question.GetProperty("candidates").EnumerateArray().Select(sentence => sentence.GetString()!)],
                [new ReadQuestion(question.GetProperty("question").GetString()!, true, [.. question.GetProperty("answers").EnumerateArray().Select(place => place.GetInt32())], null)])),
        ];
    }

    private static ReadQuestion? ReadQuestion(JsonElement question, string text, IReadOnlyList<TextSpan> sentences)
    {
        var isAnswerable = !(question.TryGetProperty("is_impossible", out var impossible) && impossible.GetBoolean());
        if (!question.TryGetProperty(isAnswerable ? "answers" : "plausible_answers", out var answers))
        {
            return isAnswerable ? null : new ReadQuestion(question.GetProperty("question").GetString()!, false, [], null);
        }

        var places = new List<int>();
        (int Start, int End)? span = null;
        foreach (var answer in answers.EnumerateArray())
        {
            var start = ToUtf16(text, answer.GetProperty("answer_start").GetInt32());
            var end = Math.Min(text.Length, start + answer.GetProperty("text").GetString()!.Length);
            var place = sentences.ToList().FindIndex(sentence => start >= sentence.Start && start < sentence.End);
            if (place < 0 || end <= start)
            {
                continue;
            }

            if (places.Count == 0)
            {
                span = (start - sentences[place].Start, Math.Min(end, sentences[place].End) - sentences[place].Start);
            }

            if (!places.Contains(place))
            {
                places.Add(place);
            }
        }

        return places.Count > 0 || !isAnswerable ? new ReadQuestion(question.GetProperty("question").GetString()!.Trim(), isAnswerable, places, span) : null;
    }

    /// <summary>SQuAD counts in code points.</summary>
    private static int ToUtf16(string text, int codePoints)
    {
        var i = 0;
        for (var n = 0; n < codePoints && i < text.Length; n++)
        {
            i += char.IsHighSurrogate(text[i]) ? 2 : 1;
        }

        return i;
    }
}
