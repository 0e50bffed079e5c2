using System.Collections.Frozen;
using ForumQA.Answering.Conversation;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>How much an answer to a question may hold.</summary>
/// <param name="Sentences">At most so many; a sentence added to explain a pronoun does not count.</param>
/// <param name="Margin">How far behind the best a further sentence may be, in the ranker's score.</param>
internal readonly record struct AnswerBreadth(int Sentences, double Margin)
{
    private static readonly FrozenSet<string> Listing = Lexicon.Of("asks for several");

    private static readonly FrozenSet<string> PluralVerbs = Lexicon.Of("plural verb");

    /// <summary>One sentence for a fact, two for a reason or a manner, three for a list or a comparison.</summary>
    public static AnswerBreadth Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (AsksForSeveral(question))
        {
            return new AnswerBreadth(3, 2.5);
        }

        return question.Kind switch
        {
            AnswerKind.Person or AnswerKind.Time or AnswerKind.Place or AnswerKind.Count or AnswerKind.Amount
                or AnswerKind.Measure or AnswerKind.Share or AnswerKind.YesNo => new AnswerBreadth(1, 0),
            AnswerKind.Reason or AnswerKind.Manner => new AnswerBreadth(2, 1),
            _ => new AnswerBreadth(2, 0.5),
        };
    }

    /// <summary>The breadth when more or less was asked for.</summary>
    public AnswerBreadth Of(AnswerLength length) => length switch
    {
        AnswerLength.Shorter or AnswerLength.OneSentence => new AnswerBreadth(1, 0),
        AnswerLength.Longer => new AnswerBreadth(Sentences + 3, Margin + 2),
        _ => this,
    };

    private static bool AsksForSeveral(Question question)
    {
        var words = question.Words;
        if (words.Any(word => Listing.Contains(word.Word.Folded)))
        {
            return true;
        }

        // "What are the ...", "Which companies were ...": the verb is in the plural.
        return question.Kind == AnswerKind.Thing && words.Take(4).Skip(1).Any(word => PluralVerbs.Contains(word.Word.Folded));
    }
}
