using System.Globalization;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>What is said about a subject, or what somebody said: sentences, not names.</summary>
internal static class StatementList
{
    private const int Usual = 8;

    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.5;

    /// <summary>From this share on, a sentence comes near it.</summary>
    private const double Touching = 0.2;

    /// <summary>From this cosine on, a sentence speaks of nearly the same.</summary>
    private const double NearInMeaning = 0.7;

    /// <summary>A further sentence must have this share of the best one's relevance.</summary>
    private const double NearBest = 0.7;

    /// <summary>So few statements of no one in particular are seldom all of what was asked for.</summary>
    private const int FewForAList = 2;

    /// <summary>The statements in reading order; null when nothing in scope speaks of the subject.</summary>
    public static PlannedAnswer? Of(PlanContext context)
    {
        var scope = context.Scope;
        var names = scope.People.Concat(scope.Organizations).ToList();
        if (Addressed.In(context, names) is { } addressed)
        {
            var both = Shared(context, addressed);
            return both.Count > 0 ? Of(context, names, both) : Silent(addressed);
        }

        return Of(context, names, names.Count > 0 ? OfNames(context, names) : null);
    }

    private static PlannedAnswer? Of(PlanContext context, List<MentionedName> names, List<CorpusSentence>? named)
    {
        var scope = context.Scope;
        var all = named ?? (scope.Documents.Count > 0 ? [.. scope.Documents.SelectMany(context.Sentences.Of)] : Ranked(context));
        if (names.Count > 0 && scope.Documents.Count > 0 && all.Exists(sentence => scope.Documents.Contains(sentence.Document.Id)))
        {
            all = all.FindAll(sentence => scope.Documents.Contains(sentence.Document.Id));
        }

        if (names.Count == 0 && HeadedSection.Find(context) is { Count: > 1 } section)
        {
            return new PlannedAnswer { Kind = QuestionKind.List, Sentences = [.. section.Take(context.Count(Usual * 2)).Select(sentence => new PlannedSentence(sentence))] };
        }

        var scored = all.Select(sentence => (Sentence: sentence, Relevance: context.RelevanceOf(sentence))).Where(item => item.Relevance >= Relevant).ToList();
        if (scored.Count == 0)
        {
            return names.Count > 0 && all.Count > 0 && context.Form.AsksWhatWasSaid ? OffTopic(context, names, all)
                : names.Count == 0 && context.Form.AsksWhatWasSaid && context.HasTopic && context.Topic.All(i => context.Ranking.Question.Terms[i].IsAbsent) ? Unknown(context)
                : null;
        }

        var best = scored.Max(item => item.Relevance);
        var near = scored.FindAll(item => item.Relevance >= NearBest * best);
        var limit = context.Count(Usual);
        var chosen = context.HasTopic
            ? Distinct(near.OrderByDescending(item => item.Relevance).Select(item => item.Sentence)).Take(limit).ToList()
            : [.. Centrality.Choose([.. near.Select(item => item.Sentence)], limit)];
        var grouped = chosen.Select(sentence => sentence.Document.Id).Distinct().Count() > 1;
        return new PlannedAnswer
        {
            Kind = QuestionKind.List,
            Doubt = names.Count == 0 && chosen.Count <= FewForAList ? "The documents speak of this in few words, and there may be more than this." : null,
            Lead = chosen.Count < near.Count && chosen.Count > 1
                ? string.Create(CultureInfo.InvariantCulture, $"{chosen.Count} of {near.Count} statements:")
                : null,
            Sentences =
            [
                .. chosen.InDocumentOrder().Select(sentence => new PlannedSentence(sentence, grouped ? sentence.Document.Title : null)),
            ],
        };
    }

    /// <summary>Neither who nor what is asked about stands in any document.</summary>
    private static PlannedAnswer Unknown(PlanContext context) => new() { Kind = QuestionKind.List, Doubt = $"No document mentions \"{context.TopicText}\"." };

    /// <summary>Somebody is quoted, but not on what is asked: what comes nearest, or that there is nothing.</summary>
    private static PlannedAnswer OffTopic(PlanContext context, List<MentionedName> names, List<CorpusSentence> all)
    {
        var byWords = all.OrderByDescending(context.RelevanceOf).Take(2).Where(sentence => context.RelevanceOf(sentence) >= Touching).ToList();
        var nearest = context.Nearest.Of(all, NearInMeaning).Take(2).Concat(byWords).Distinct().Take(2).ToList();
        return new PlannedAnswer
        {
            Kind = QuestionKind.List,
            Sentences = [.. nearest.Select(sentence => new PlannedSentence(sentence))],
            Doubt = $"The documents quote {string.Join(" and ", names.Select(name => name.Name).Distinct())}, but not on \"{context.TopicText}\" in these words.",
        };
    }

    /// <summary>Sentences that have both; else what is said of the one under a title or a heading that names the other.</summary>
    private static List<CorpusSentence> Shared(PlanContext context, Addressed addressed)
    {
        var of = addressed.SpokenOf.SelectMany(context.Sentences.Mentioning).Distinct().ToList();
        var spoken = addressed.Speakers.SelectMany(context.Sentences.Mentioning).ToHashSet();
        var both = of.FindAll(spoken.Contains);
        return both.Count > 0 ? both : of.FindAll(sentence => addressed.Speakers.Any(speaker =>
            $"{sentence.Document.Title} {sentence.Heading}".Contains(speaker.Name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Somebody is asked about whom the documents never let speak of, or to, whoever else is named.</summary>
    private static PlannedAnswer Silent(Addressed addressed) => new()
    {
        Kind = QuestionKind.List,
        Doubt = $"The documents do not say what {Names(addressed.Speakers)} said of or to {Names(addressed.SpokenOf)}.",
    };

    private static string Names(IEnumerable<MentionedName> names) => string.Join(" and ", names.Select(name => name.Name).Distinct());

    private static List<CorpusSentence> OfNames(PlanContext context, List<MentionedName> names)
    {
        return [.. names.SelectMany(context.Sentences.Mentioning).DistinctBy(sentence => (sentence.Document.Id, sentence.Sentence.Start))];
    }

    /// <summary>The names of columns say nothing by themselves, nor does whom a letter is to.</summary>
    private static List<CorpusSentence> Ranked(PlanContext context) =>
        [.. context.Ranked(80).Where(sentence => context.LineSource.Of(sentence) is not { } line || (line.Kind == LineKind.Row ? context.LineSource.HeaderOf(line) is not null : !FormPhrases.Default.Has("addressing", line.Term.ToLowerInvariant())))];

    private static IEnumerable<CorpusSentence> Distinct(IEnumerable<CorpusSentence> sentences)
    {
        var said = new List<CorpusSentence>();
        foreach (var sentence in sentences)
        {
            if (!said.Exists(other => SentenceResemblance.AreDuplicates(other.Sentence, sentence.Sentence)))
            {
                said.Add(sentence);
                yield return sentence;
            }
        }
    }
}
