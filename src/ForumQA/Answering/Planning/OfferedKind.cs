using System.Text.RegularExpressions;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Tells whether quotations have what a question asks for by its first words: a time for "when", a number for "how many", a name for "who".</summary>
/// <remarks>Stricter than <see cref="AnswerOffer"/>, whose signs are features that were learned with: any number is a time to it.</remarks>
internal static partial class OfferedKind
{
    /// <summary>Whether it is missing from sentences; false for kinds that no sign tells.</summary>
    /// <param name="context">The question and the index.</param>
    /// <param name="quoted">What is to be quoted.</param>
    public static bool IsMissing(PlanContext context, IReadOnlyList<CorpusSentence> quoted)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(quoted);
        var question = context.Ranking.Question;
        return quoted.Count > 0 && !question.IsIdeographic && question.Kind switch
        {
            AnswerKind.Time => !quoted.Any(sentence => HasTime(sentence.Sentence.Text)),
            AnswerKind.Amount or AnswerKind.Measure or AnswerKind.Thing when AsksForPrice(question) => !quoted.Any(sentence => HasPrice(sentence.Sentence) || Money().IsMatch(sentence.Heading)),
            AnswerKind.Count or AnswerKind.Amount or AnswerKind.Measure => !quoted.Any(sentence => HasNumber(question, sentence)),
            AnswerKind.Person => question.UsesCapitals && !quoted.Any(sentence => AnswerOffer.Of(question, sentence.Sentence).Names >= 1),
            _ => false,
        };
    }

    private static bool HasTime(string text) => Clock().IsMatch(text) || Tokenizer.Tokenize(text).Exists(word =>
        MonthName.Is(word.Word.Folded) || CalendarYear.IsYear(word.Word.Folded) || FormPhrases.Default.Has("timing", word.Word.Folded));

    /// <summary>"How much do we pay", "what is the price": what is asked for is a price, not something that has one.</summary>
    private static bool AsksForPrice(Question question) => question.Kind == AnswerKind.Amount
        ? question.Words.Any(word => FormPhrases.Default.Has("pricing", word.Word.Folded))
        : question.Terms.Any(term => term.IsFocus && FormPhrases.Default.Has("pricing", term.Word.Folded));

    private static bool HasPrice(SentenceProfile sentence) =>
        Money().IsMatch(sentence.Text) || sentence.Words.Exists(word => FormPhrases.Default.Has("money", word.Word.Folded) || FormPhrases.Default.Has("amounting", word.Word.Folded));

    private static bool HasNumber(Question question, CorpusSentence sentence) =>
        AnswerOffer.Of(question, sentence.Sentence).Numbers > 0
        || sentence.Sentence.Words.Exists(word => FormPhrases.Default.Has("amounting", word.Word.Folded) || (question.Kind == AnswerKind.Measure && FormPhrases.Default.Has("timing", word.Word.Folded)));

    // A table of prices may name the currency in its heading alone.
    [GeneratedRegex(@"\p{Sc}|\d[.,]\d{2}\b|\|\s*\d+\s*(?:\||$)", RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}[/-]\d{1,2}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
