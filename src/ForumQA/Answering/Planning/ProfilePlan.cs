using System.Collections.Frozen;
using System.Globalization;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Who somebody is: the sentence with the role; of two people of one name, both.</summary>
internal sealed class ProfilePlan : IAnswerPlan
{
    private static readonly FrozenSet<string> Being = Lexicon.Of("being");

    public PlannedAnswer? Answer(PlanContext context)
    {
        var people = context.Scope.People;
        var asksWho = context.Ranking.Question.Words is [var first, var second, ..] && first.Word.Folded is "who" or "whos" && Being.Contains(second.Word.Folded);
        var asksRole = context.HasTopic && context.Topic.All(i => AsksForRole(context, context.Ranking.Question.Terms[i].Word.Folded));
        var asksTeaching = context.HasTopic && context.Topic.All(i => FormPhrases.Default.Has("teaching", context.Ranking.Question.Terms[i].Word.Folded))
            && people.Any(person => person.Details.SelectMany(detail => Tokenizer.Tokenize(detail)).Any(word => FormPhrases.Default.Has("teachers", word.Word.Folded)));
        if (!((asksWho && !context.HasTopic) || asksRole || asksTeaching) || people.Count == 0 || people.Select(person => person.Name).Distinct().Count() > 1)
        {
            return null;
        }

        if (people is [var only] && Telling(context, only) is { } telling)
        {
            return new PlannedAnswer { Kind = QuestionKind.Fact, Sentences = [new PlannedSentence(telling)] };
        }

        var shown = people.Where(person => person.Details.Count > 0 || people.Count == 1).ToList();
        var planned = shown.Select(person => (Person: person, Sentence: Introduction.Of(context, person))).Where(item => item.Sentence is not null)
            .Select(item => new PlannedSentence(item.Sentence!, shown.Count > 1 ? Introduction.Label(item.Person, shown) : null)).ToList();
        return planned.Count == 0 ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Fact,
            Lead = planned.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"The documents name {planned.Count} people called {people[0].Name}:") : null,
            Sentences = planned,
        };
    }

    /// <summary>"Which institute is she from?": where it is named, rather than where she is introduced; null when no sentence has the word.</summary>
    private static CorpusSentence? Telling(PlanContext context, Text.Mentions.MentionedName person)
    {
        var nouns = context.Topic.Select(i => context.Ranking.Question.Terms[i].Word).Where(word => FormPhrases.Default.Has("employers", word.Folded)).ToList();
        return nouns.Count == 0 ? null
            : context.Sentences.Mentioning(person).FirstOrDefault(sentence => nouns.Exists(noun => sentence.Sentence.Stems.Contains(noun.Stem)));
    }

    /// <summary>"Which newspaper is he from?" asks for what he is there; which university he went to is another question.</summary>
    private static bool AsksForRole(PlanContext context, string folded) => FormPhrases.Default.Has("roles", folded)
        || (FormPhrases.Default.Has("employers", folded) && context.Ranking.Question.Words.Any(word => word.Word.Folded is "from" or "for"));
}
