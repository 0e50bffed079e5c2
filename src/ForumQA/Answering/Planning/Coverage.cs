using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>How much of what is asked stands in what is to be quoted, or over it.</summary>
internal static class Coverage
{
    /// <summary>What a word is worth that only headings or the title have.</summary>
    private const double OverCredit = 0.8;

    /// <summary>A plan may have so much less of the subject's weight than a sentence of its own.</summary>
    private const double Behind = 0.25;

    /// <summary>From this share of the subject's weight on, what is missing leaves another question.</summary>
    private const double LeastMissing = 0.4;

    /// <summary>Among so many of the best sentences one with more of the question is looked for.</summary>
    private const int LookedAt = 5;

    /// <summary>The one of the best sentences that has clearly more of what is asked than all that a plan quotes; null when none has.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="answer">What the plan quotes. One that says in its lead what it did is not compared.</param>
    public static CorpusSentence? FindBetter(PlanContext context, PlannedAnswer answer)
    {
        var terms = context.Ranking.Question.Terms;
        List<int> asked = [.. context.Topic.Where(i => !IsPresent(terms[i]) && Superlatives.Find(terms[i].Word.Folded) is null)];
        if (answer is { Sentences.Count: 0 } or { Lead: not null } || asked.Count == 0 || context.Asked.Carried.Count > 0 || context.Ranking.Question.IsIdeographic
            || context.Form.Kind is not (QuestionKind.Fact or QuestionKind.YesNo or QuestionKind.List))
        {
            return null;
        }

        List<CorpusSentence> quoted = [.. answer.Sentences.Select(item => item.Sentence)];
        var enough = Weigh(context, asked, quoted) + (Behind * asked.Sum(i => terms[i].Weight));
        return context.Ranked(LookedAt).FirstOrDefault(sentence => !quoted.Contains(sentence) && !sentence.Sentence.Text.EndsWith(':') && Weigh(context, asked, [sentence]) > enough);
    }

    /// <summary>Why an answer may not be one: a good part of what is asked, which documents do speak of, stands neither in it nor over it; null when nothing is missing.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="quoted">What is quoted.</param>
    public static string? FindDoubt(PlanContext context, IReadOnlyList<CorpusSentence> quoted)
    {
        var terms = context.Ranking.Question.Terms;
        List<int> asked = [.. context.Topic.Where(i => !terms[i].IsCarried && !PlainGap.IsGeneral(terms[i].Word) && !IsPresent(terms[i]))];
        if (quoted.Count == 0 || asked.Count == 0 || context.Ranking.Question.IsIdeographic || context.Form.Kind is not (QuestionKind.Fact or QuestionKind.YesNo))
        {
            return null;
        }

        var has = Read(context, quoted);
        List<int> missing = [.. asked.Where(i => has[i] <= 0)];
        return missing.Sum(i => terms[i].Weight) >= LeastMissing * asked.Sum(i => terms[i].Weight)
            ? $"The documents speak of this, but may not say it of {string.Join(" or ", missing.Select(i => terms[i].Token).OrderBy(token => token.Start).Select(token => $"\"{context.Ranking.Question.Text[token.Start..token.End]}\""))}."
            : null;
    }

    private static bool IsPresent(QuestionTerm term) => FormPhrases.Default.Has("present", term.Word.Folded);

    private static double Weigh(PlanContext context, List<int> asked, IReadOnlyList<CorpusSentence> sentences)
    {
        var has = Read(context, sentences);
        return asked.Sum(i => context.Ranking.Question.Terms[i].Weight * has[i]);
    }

    /// <summary>For each term of the question how well it is matched in some sentences or over them; 0 when it is not there.</summary>
    private static double[] Read(PlanContext context, IReadOnlyList<CorpusSentence> sentences)
    {
        var words = Tokenizer.Tokenize(string.Join(' ', sentences.SelectMany(sentence => new[] { sentence.Heading, sentence.Document.Title }).Distinct(StringComparer.Ordinal)));
        var stems = words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        var over = context.Ranking.Matcher.Match(words);
        return [.. over.Select((match, i) => Math.Max(OverCredit * Strength(i, match, stems), sentences.Max(sentence => Strength(i, sentence.Sentence.Matches[i], sentence.Sentence.Stems))))];

        // "Hours" is not "colours", however alike the letters.
        double Strength(int i, double match, IReadOnlySet<string> stems) => match < TermMatcher.Present ? 0
            : context.Ranking.Question.Terms[i].Stems.Any(stem => stems.Contains(stem.Stem)) ? match
            : match / 2;
    }
}
