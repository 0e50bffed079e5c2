using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>"What did Gao Bo say about Merkel?": who speaks, and of whom or to whom.</summary>
/// <param name="Speakers">Who is named before the word that parts them.</param>
/// <param name="SpokenOf">Who is named after it.</param>
internal sealed record Addressed(IReadOnlyList<MentionedName> Speakers, IReadOnlyList<MentionedName> SpokenOf)
{
    /// <summary>Null when the question asks for no saying, or names nobody on one of the sides.</summary>
    public static Addressed? In(PlanContext context, IReadOnlyList<MentionedName> names)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(names);
        var words = context.Ranking.Question.Words.ToList();
        var parting = words.FindLastIndex(word => FormPhrases.Default.Has("parts-speaker", word.Word.Folded));
        if (!context.Form.AsksWhatWasSaid || names.Count < 2 || parting < 0)
        {
            return null;
        }

        var sides = names.ToLookup(name => PlaceOf(name, words) > parting);
        return sides[false].Any() && sides[true].Any() ? new Addressed([.. sides[false]], [.. sides[true]]) : null;
    }

    private static int PlaceOf(MentionedName name, List<Token> words)
    {
        var parts = Tokenizer.Tokenize(name.Name).Select(token => token.Word.Folded).ToHashSet(StringComparer.Ordinal);
        return words.FindIndex(word => parts.Contains(word.Word.Folded));
    }
}
