using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Lists what has a name that ends in the word asked for: of "initiatives" the "Clean Harbour Initiative" and its kin.</summary>
internal static class NamedThings
{
    /// <summary>From this share of the subject's weight on, a sentence with the name speaks of it.</summary>
    private const double Relevant = 0.3;

    private const int SentencesLookedAt = 120;

    private static readonly string Inside = WordPattern.AnyIn("inside a name");

    /// <summary>The things with the sentence that says most of each; null when fewer than two have such a name.</summary>
    public static PlannedAnswer? Find(PlanContext context)
    {
        if (context.Form.ItemWord is not { Length: > 4 } item || !item.EndsWith('s'))
        {
            return null;
        }

        var noun = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(item.EndsWith("ies", StringComparison.Ordinal) ? item[..^3] + "y" : item[..^1]);
        var name = new Regex($@"(?:\p{{Lu}}[\p{{L}}\p{{Nd}}'’-]*\s(?:{Inside}\s)?){{1,7}}{Regex.Escape(noun)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var scope = context.Scope;
        var names = scope.People.Concat(scope.Organizations).ToList();
        var sentences = names.Count > 0 ? names.SelectMany(context.Sentences.Mentioning)
            : scope.Documents.Count > 0 ? scope.Documents.SelectMany(context.Sentences.Of)
            : context.NearDocuments.SelectMany(context.Sentences.Of);
        var found = sentences
            .SelectMany(sentence => name.Matches(sentence.Sentence.Text).Select(match => (Name: WithoutArticle(match.Value), Sentence: sentence)))
            .GroupBy(thing => thing.Name, StringComparer.OrdinalIgnoreCase)
            .Select(thing => (thing.First().Name, Sentence: thing.Select(place => place.Sentence).Take(SentencesLookedAt).MaxBy(context.RelevanceOf)!))
            .Where(thing => context.RelevanceOf(thing.Sentence) >= Relevant)
            .ToList();
        return found.Count < 2 ? null : new PlannedAnswer
        {
            Kind = context.Form.Kind == QuestionKind.Count ? QuestionKind.Count : QuestionKind.List,
            Lead = string.Create(CultureInfo.InvariantCulture, $"{found.Count} {item}: {string.Join(", ", found.Select(thing => thing.Name))}."),
            Sentences = [.. found.Take(context.Count(NameList.Usual)).Select(thing => new PlannedSentence(thing.Sentence, thing.Name))],
        };
    }

    private static string WithoutArticle(string name) =>
        Tokenizer.Tokenize(name) is [var first, var second, ..] && first.Word.IsStopWord ? name[second.Start..] : name;
}
