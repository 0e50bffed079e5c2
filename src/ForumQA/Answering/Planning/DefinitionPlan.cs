using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>What something is: the sentence that defines it, or what stands under it in a list of terms.</summary>
internal sealed class DefinitionPlan : IAnswerPlan
{
    private const int DocumentsLookedAt = 8;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var question = context.Ranking.Question;
        if (question.Words.Count == 0 || !question.Words.Any(word => FormPhrases.Default.Has("defining", word.Word.Folded)))
        {
            return null;
        }

        var term = question.Words.Where(word => !word.Word.IsStopWord && !FormPhrases.Default.Has("defining", word.Word.Folded)).Select(word => word.Word.Folded).ToArray();
        var sentence = term.Length == 0 ? null : Defined(context, term) ?? UnderTerm(context, term) ?? Introduced(context);
        return sentence is null ? null : new PlannedAnswer { Kind = QuestionKind.Fact, Sentences = [new PlannedSentence(sentence)] };
    }

    /// <summary>"What is the Harbour Board?", "what does HB stand for?": of a name, the sentence that introduces it; that with its short form, where that is what is asked for.</summary>
    private static CorpusSentence? Introduced(PlanContext context)
    {
        var scope = context.Scope;
        if (context.HasTopic || scope.People.Count > 0 || (scope.Organizations.Count > 0 ? scope.Organizations : scope.Events) is not [var name])
        {
            return null;
        }

        var sentences = context.Sentences.Mentioning(name);
        var acronym = name.Aliases.FirstOrDefault(alias => context.Ranking.Question.Text.Contains(alias, StringComparison.OrdinalIgnoreCase) && !name.Name.Contains(alias, StringComparison.Ordinal));
        return (acronym is null ? null : sentences.FirstOrDefault(sentence => sentence.Sentence.Text.Contains(acronym, StringComparison.Ordinal) && sentence.Sentence.Text.Contains(name.Name, StringComparison.Ordinal)))
            ?? sentences.FirstOrDefault(sentence => Says(sentence, name)) ?? Introduction.Of(context, name);
    }

    /// <summary>"X, a Y ..." or "X is a ...".</summary>
    private static bool Says(CorpusSentence sentence, MentionedName name)
    {
        var at = sentence.Sentence.Text.IndexOf(name.Name, StringComparison.Ordinal);
        return at >= 0 && sentence.Sentence.Text[(at + name.Name.Length)..].TrimStart() is var after
            && (after.StartsWith(", a", StringComparison.Ordinal) || after.StartsWith(", the ", StringComparison.Ordinal) || after.StartsWith("is a", StringComparison.Ordinal) || after.StartsWith("is the ", StringComparison.Ordinal));
    }

    /// <summary>"E01 means that the lid is open": of a name that is the whole of what is asked for.</summary>
    private static CorpusSentence? Defined(PlanContext context, string[] term) => context.Snapshot.Mentions.NamesWith(term)
        .Where(name => name.Kind == MentionKind.Definition && Content(name.Name).SequenceEqual(term))
        .SelectMany(name => context.Snapshot.Mentions.Of(MentionKind.Definition, name.Key))
        .Select(mention => context.Sentences.At(mention.DocumentId, mention.SentenceStart))
        .FirstOrDefault(sentence => sentence is not null);

    /// <summary>The sentence under a line that is nothing but the term, as in a glossary.</summary>
    private static CorpusSentence? UnderTerm(PlanContext context, string[] term)
    {
        foreach (var id in context.Ranking.Evidence.Select(evidence => evidence.Passage.DocumentId).Distinct().Take(DocumentsLookedAt))
        {
            foreach (var sentence in context.Sentences.Of(id))
            {
                var before = sentence.Document.Text.AsSpan(0, sentence.Sentence.Start).TrimEnd();
                var line = before[(before.LastIndexOf('\n') + 1)..].Trim();
                if (before.Length < sentence.Sentence.Start && sentence.Document.Text.AsSpan(before.Length, sentence.Sentence.Start - before.Length).Contains('\n') && Content(line.ToString()).SequenceEqual(term))
                {
                    return sentence;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Content(string text) => Tokenizer.Tokenize(text).Where(word => !word.Word.IsStopWord).Select(word => word.Word.Folded);
}
