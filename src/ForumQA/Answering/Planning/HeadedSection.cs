using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Finds the section whose heading names the subject: "Error codes", "Before you start".</summary>
internal static class HeadedSection
{
    /// <summary>How many words a heading may have besides those of the subject.</summary>
    private const int MostOtherWords = 2;

    /// <summary>The sentences of the section in the order of the text; empty when no heading names the whole subject.</summary>
    /// <param name="context">The question and the index.</param>
    public static IReadOnlyList<CorpusSentence> Find(PlanContext context)
    {
        if (!context.HasTopic)
        {
            return [];
        }

        return context.NearDocuments.SelectMany(context.Sentences.Of)
            .GroupBy(sentence => (sentence.Document.Id, sentence.Heading))
            .Select(section => (Sentences: section.ToList(), Others: OtherWords(context, section.Key.Heading, section.First().Document.Title)))
            .Where(section => section.Others <= MostOtherWords)
            .OrderBy(section => section.Others)
            .Select(section => section.Sentences)
            .FirstOrDefault() ?? [];
    }

    /// <summary>How many words of the innermost heading are not of the subject; more than allowed when it lacks a word of the subject.</summary>
    private static int OtherWords(PlanContext context, string headings, string title)
    {
        var words = Tokenizer.Tokenize(headings.Split(" › ")[^1]).FindAll(word => !word.Word.IsStopWord);
        var found = context.Ranking.Matcher.Match(words);
        var inTitle = context.Ranking.Matcher.Match(Tokenizer.Tokenize(title));
        var count = context.Topic.Count(i => found[i] >= TermMatcher.Present);

        // "Steps before starting the laser": what the title says need not stand in the heading. Nor need a word that no document has,
        // where the heading has no other: "environment variables" under "Environment".
        var terms = context.Ranking.Question.Terms;
        return count > 0 && context.Topic.All(i => found[i] >= TermMatcher.Present || inTitle[i] >= TermMatcher.Present || (terms[i].IsAbsent && count == words.Count)) ? words.Count - count : int.MaxValue;
    }
}
