using System.Globalization;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Follows what a text counts up: "gives five reasons", with the five of them.</summary>
internal static class EnumerationReader
{
    private const double Relevant = 0.5;

    /// <summary>How near behind a number what it counts stands.</summary>
    private const int CountedWithin = 4;

    /// <summary>What is enough where the number of items and whose they are agree: "Ann's three proposals".</summary>
    private const double Touching = 0.15;

    /// <summary>The best enumeration for a question, its lead first; null when none is meant.</summary>
    public static PlannedAnswer? Find(PlanContext context)
    {
        if (context.Form.ItemWord is not { } word)
        {
            return null;
        }

        var stem = Tokenizer.WordOf(word).Stem;
        var best = context.NearDocuments.SelectMany(id => context.Snapshot.Mentions.InDocument(id))
            .Where(mention => mention.Kind == MentionKind.Enumeration)
            .Select(mention => (Mention: mention, Lead: context.Sentences.At(mention.DocumentId, mention.SentenceStart)))
            .Where(found => found.Lead is not null && found.Lead.Sentence.Words.Exists(other => other.Word.Stem == stem && (!word.EndsWith('s') || other.Word.Folded.EndsWith('s'))) && Counts(found.Mention, stem) && IsBy(context, found.Lead))
            .Select(found => (found.Mention, Lead: found.Lead!, Relevance: context.RelevanceOf(found.Lead!)))
            .Where(found => found.Relevance >= (IsCounted(context, found.Mention) ? Touching : Relevant))
            .OrderByDescending(found => found.Relevance)
            .FirstOrDefault();
        return best.Mention is null ? null : Of(context, best.Mention, best.Lead);
    }

    /// <summary>Whether "four new types ..." counts what is asked for: the noun stands right behind the number.</summary>
    private static bool Counts(Mention enumeration, string stem)
    {
        var words = Tokenizer.Tokenize(enumeration.Name);
        return words.Count == 0 || !FormPhrases.Default.Has("numerals", words[0].Word.Folded) || words.Take(CountedWithin).Any(word => word.Word.Stem == stem);
    }

    private static PlannedAnswer Of(PlanContext context, Mention enumeration, CorpusSentence lead)
    {
        var items = context.Snapshot.Mentions.InDocument(enumeration.DocumentId)
            .Where(mention => mention.Kind == MentionKind.Item && mention.Detail == enumeration.Key)
            .OrderBy(mention => mention.Ordinal)
            .Select(mention => context.Sentences.At(mention.DocumentId, mention.SentenceStart))
            .OfType<CorpusSentence>()
            .Where(sentence => sentence.Sentence.Start != lead.Sentence.Start)
            .DistinctBy(sentence => sentence.Sentence.Start)
            .Take(context.Form.Limit ?? int.MaxValue)
            .ToList();
        return new PlannedAnswer
        {
            Doubt = DoubtOf(context, enumeration),
            Kind = context.Form.Kind == QuestionKind.Count ? QuestionKind.Count : QuestionKind.List,
            Lead = enumeration.Count is { } count && items.Count > 0 && items.Count < count && context.Form.Limit is null
                ? string.Create(CultureInfo.InvariantCulture, $"{items.Count} of {count}:")
                : null,
            Sentences = [.. items.Prepend(lead).Select(sentence => new PlannedSentence(sentence))],
        };
    }

    private static bool IsCounted(PlanContext context, Mention enumeration) =>
        context.Form.Limit == enumeration.Count && context.Scope.People.Count + context.Scope.Organizations.Count > 0;

    /// <summary>"The five suggestions" of somebody who makes three: that there are not as many.</summary>
    private static string? DoubtOf(PlanContext context, Mention enumeration) =>
        context.Form.Limit is { } asked && enumeration.Count is { } count && asked > count && context.Form.ItemWord is { } word
            ? string.Create(CultureInfo.InvariantCulture, $"The documents count {count} {word} here, not {asked}.")
            : null;

    /// <summary>Whether it is somebody's who is asked about.</summary>
    private static bool IsBy(PlanContext context, CorpusSentence lead)
    {
        var names = context.Scope.People.Concat(context.Scope.Organizations).ToList();
        return names.Count == 0 || names.Exists(name => context.Sentences.Mentioning(name).Contains(lead));
    }
}
