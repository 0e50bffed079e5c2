using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Reader.Examples;

/// <summary>Makes questions that a paragraph does not answer out of questions it answers: another name, another number, the opposite, another thing of it.</summary>
/// <param name="antonyms">Lines of words and their opposites, apart by white space.</param>
internal sealed partial class NearMisses(IReadOnlyDictionary<string, string> antonyms)
{
    private const int LongWord = 4;
    private const int Ways = 8;

    /// <summary>The question with one thing exchanged; null where nothing can be.</summary>
    /// <param name="question">Answered by <paramref name="paragraph"/>.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="article">Paragraphs of the same article, which say what it might have been about.</param>
    /// <param name="random">Chooses.</param>
    public string? Make(ReadQuestion question, ReadParagraph paragraph, IReadOnlyList<ReadParagraph> article, Random random)
    {
        var text = string.Join(' ', paragraph.Sentences);
        var number = Exchange(question.Text, Number(), text, () => Number().Matches(text).Select(match => match.Value).ToList(), random);
        var name = Exchange(question.Text, Name(), text, () => NamesOf(article, paragraph, question, random), random);

        // The last two seldom make good English, which the network could tell without reading the paragraph.
        return random.Next(Ways) switch
        {
            0 => Opposite(question.Text, random),
            1 => OtherThing(question.Text, text, article, random),
            2 or 3 => number ?? name,
            _ => name ?? number,
        };
    }

    /// <summary>Words of the question that may be exchanged: those of a kind, never the first, which is large anyway.</summary>
    private static string? Exchange(string question, Regex kind, string text, Func<List<string>> others, Random random)
    {
        var found = kind.Matches(question).Where(match => match.Index > 0 && text.Contains(match.Value, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var chosen = found[random.Next(found.Count)];
        var candidates = others().Where(other => !question.Contains(other, StringComparison.OrdinalIgnoreCase) && !chosen.Value.Contains(other, StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
        return candidates.Count == 0 ? null : Replace(question, chosen, candidates[random.Next(candidates.Count)]);
    }

    /// <summary>Names of the same paragraph, but not of the answer's sentence, or of the article.</summary>
    private static List<string> NamesOf(IReadOnlyList<ReadParagraph> article, ReadParagraph paragraph, ReadQuestion question, Random random)
    {
        var sentences = random.Next(2) == 0
            ? paragraph.Sentences.Where((_, i) => !question.Places.Contains(i))
            : article[random.Next(article.Count)].Sentences;
        var answering = string.Join(' ', question.Places.Select(place => paragraph.Sentences[place]));
        return [.. sentences.SelectMany(sentence => Name().Matches(sentence).Where(match => match.Index > 0)).Select(match => match.Value).Where(name => !answering.Contains(name, StringComparison.Ordinal))];
    }

    private string? Opposite(string question, Random random)
    {
        var found = Word().Matches(question).Where(match => antonyms.ContainsKey(match.Value.ToLowerInvariant())).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var chosen = found[random.Next(found.Count)];
        return Replace(question, chosen, antonyms[chosen.Value.ToLowerInvariant()]);
    }

    /// <summary>A word of the question becomes one that other questions about the article have and the paragraph has not.</summary>
    private static string? OtherThing(string question, string text, IReadOnlyList<ReadParagraph> article, Random random)
    {
        var found = Content(question).ToList();
        var other = article[random.Next(article.Count)];
        var words = other.Questions.SelectMany(asked => Content(asked.Text)).Select(match => match.Value)
            .Where(word => !text.Contains(word[..LongWord], StringComparison.OrdinalIgnoreCase) && !question.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 0 || words.Count == 0 ? null : Replace(question, found[random.Next(found.Count)], words[random.Next(words.Count)]);
    }

    private static IEnumerable<Match> Content(string question) =>
        Word().Matches(question).Where(match => match.Index > 0 && match.Length > LongWord && char.IsLower(match.Value[0]) && !StopWordList.Contains(match.Value.ToLowerInvariant()));

    private static string Replace(string question, Match chosen, string other) => question[..chosen.Index] + other + question[(chosen.Index + chosen.Length)..];

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}'’-]*)*")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b\d[\d,.]*\d\b|\b\d\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
