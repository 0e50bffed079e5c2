using ForumQA.Text;

namespace ForumQA.Reader.Examples;

/// <summary>Examples without end, in rounds through the sets: answered ones, near misses that people wrote, and negatives made by rules.</summary>
/// <param name="sets">Paragraphs, and how often their questions are asked in a round.</param>
/// <param name="misses">Makes near misses.</param>
/// <param name="seed">Of all chance.</param>
internal sealed class ExampleSource(IReadOnlyList<(IReadOnlyList<ReadParagraph> Paragraphs, int Times)> sets, NearMisses misses, int seed)
{
    private const double WithoutMark = 0.15;
    private const double AsKeywords = 0.06;
    private const double ExchangedShare = 0.35;
    private const double RemovedShare = 0.22;
    private const double ElsewhereShare = 0.30;
    private const int ElsewhereTries = 12;
    private const double TitledShare = 0.15;
    private const double ListedShare = 0.10;
    private const string ListMark = "- ";

    private readonly Random _random = new(seed);

    public IEnumerable<ReadingExample> Read()
    {
        var articles = sets.SelectMany(set => set.Paragraphs).GroupBy(paragraph => paragraph.Article).ToDictionary(group => group.Key, group => (IReadOnlyList<ReadParagraph>)[.. group]);
        while (true)
        {
            var round = sets.SelectMany(set => Enumerable.Repeat(set.Paragraphs, set.Times))
                .SelectMany(paragraphs => paragraphs.SelectMany(paragraph => paragraph.Questions.SelectMany(question => Make(question, paragraph, articles[paragraph.Article]).Select(example => Lay(example, paragraph.Article))))).ToArray();
            _random.Shuffle(round);
            foreach (var example in round)
            {
                yield return example with { Question = Vary(example.Question) };
            }
        }
    }

    private IEnumerable<ReadingExample> Make(ReadQuestion question, ReadParagraph paragraph, IReadOnlyList<ReadParagraph> article)
    {
        var near = question.Places.Count > 0 ? question.Places[0] : _random.Next(paragraph.Sentences.Count);
        if (!question.IsAnswerable)
        {
            yield return new ReadingExample(question.Text, paragraph.Sentences, [], null, near);
            yield break;
        }

        yield return new ReadingExample(question.Text, paragraph.Sentences, question.Places, question.Span, near);
        if (_random.NextDouble() < ExchangedShare && misses.Make(question, paragraph, article, _random) is { } exchanged)
        {
            yield return new ReadingExample(exchanged, paragraph.Sentences, [], null, near);
        }

        var rest = paragraph.Sentences.Where((_, i) => !question.Places.Contains(i)).ToList();
        if (_random.NextDouble() < RemovedShare && rest.Count > 0)
        {
            yield return new ReadingExample(question.Text, rest, [], null, Nearest(question.Text, rest));
        }

        if (_random.NextDouble() < ElsewhereShare && article.Count > 1)
        {
            // The paragraph that has most of the question's words among some of the article's: what a search would find.
            var others = Enumerable.Range(0, ElsewhereTries).Select(_ => article[_random.Next(article.Count)]).Where(other => other != paragraph)
                .MaxBy(other => Shared(question.Text, string.Join(' ', other.Sentences)));
            var answer = question.Span is { } span ? paragraph.Sentences[question.Places[0]][span.Start..span.End] : null;
            if (others is not null && (answer is null || !string.Join(' ', others.Sentences).Contains(answer, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new ReadingExample(question.Text, others.Sentences, [], null, Nearest(question.Text, others.Sentences));
            }
        }
    }

    /// <summary>Some passages get their title before them, some become lists.</summary>
    private ReadingExample Lay(ReadingExample example, string title)
    {
        var chance = _random.NextDouble();
        return chance < TitledShare
            ? example with { Sentences = ["# " + title.Replace('_', ' '), .. example.Sentences], Answering = [.. example.Answering.Select(place => place + 1)], Near = example.Near + 1 }
            : chance < TitledShare + ListedShare
            ? example with
            {
                Sentences = [.. example.Sentences.Select(sentence => ListMark + sentence)],
                Span = example.Span is { } span ? (span.Start + ListMark.Length, span.End + ListMark.Length) : null,
            }
            : example;
    }

    private string Vary(string question)
    {
        var chance = _random.NextDouble();
        return chance < WithoutMark ? question.TrimEnd('?')
            : chance < WithoutMark + AsKeywords ? string.Join(' ', Words(question))
            : question;
    }

    private static int Nearest(string question, IReadOnlyList<string> sentences) =>
        Enumerable.Range(0, sentences.Count).MaxBy(i => Shared(question, sentences[i]));

    private static int Shared(string question, string text) => Words(question).Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Words(string question) =>
        question.Split([' ', '?', ',', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => !StopWordList.Contains(word.ToLowerInvariant()));
}
