using System.Collections.Frozen;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Reads what a list is to name: "which companies", "the five reasons", "vice presidents".</summary>
internal static class ItemReader
{
    /// <summary>So far from the beginning stands the noun of the events that are asked for.</summary>
    private const int FarthestEvent = 4;

    private static readonly FrozenSet<string> Singulars = Lexicon.Of("singular that ends in s");

    private static readonly FrozenSet<string> VerbsOfMany = Lexicon.Of("verb of many");

    private static readonly FrozenSet<string> BeforeEvents = Lexicon.Of("asks for events");

    private static readonly (string List, ItemKind Kind)[] Nouns =
        [("people", ItemKind.People), ("organizations", ItemKind.Organizations), ("places", ItemKind.Places), ("dates", ItemKind.Dates), ("items", ItemKind.Statements)];

    /// <summary>What kind of thing it is and the folded words that name it; without words when none does.</summary>
    /// <param name="words">The question's words.</param>
    /// <param name="saying">Whether it asks what somebody said.</param>
    public static (ItemKind Items, IReadOnlyList<string> Words) Read(List<Token> words, bool saying)
    {
        if (saying)
        {
            return (ItemKind.Statements, []);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (KindOf(words, i) is not { } kind)
            {
                continue;
            }

            // "Vice presidents" are named by both words.
            var last = i;
            while (kind == ItemKind.People && last + 1 < words.Count && KindOf(words, last + 1) == ItemKind.People)
            {
                last++;
            }

            return (kind, [.. words[i..(last + 1)].Select(word => word.Word.Folded)]);
        }

        // A forum is more often where something was said than what is asked for.
        var phrases = FormPhrases.Default;
        var events = words.FindIndex(word => phrases.Has("events", word.Word.Folded));

        // "Which Acme forums": words of their name may stand between.
        var asking = events is > 0 and <= FarthestEvent ? words.FindLastIndex(events - 1, word => word.Word.IsStopWord || phrases.Has("frame", word.Word.Folded) || phrases.Has("listing", word.Word.Folded)) : -1;
        if (asking >= 0 && BeforeEvents.Contains(words[asking].Word.Folded) && words[events].Word.Folded.EndsWith('s'))
        {
            return (ItemKind.Events, [words[events].Word.Folded]);
        }

        return words.Exists(word => phrases.Has("anybody", word.Word.Folded)) ? (ItemKind.People, [])
            : OtherNoun(words) is { } noun ? (ItemKind.Statements, [noun])
            : (ItemKind.Statements, []);
    }

    private static ItemKind? KindOf(List<Token> words, int at)
    {
        var folded = words[at].Word.Folded;
        foreach (var (list, kind) in Nouns)
        {
            if (FormPhrases.Default.Has(list, folded))
            {
                return kind;
            }
        }

        // "The directors", "all editors": what a person can be, in the plural.
        return at <= 3 && folded.EndsWith('s') && MentionLexicon.Roles.Contains(folded[..^1]) && !MentionLexicon.LooseRoles.Contains(folded[..^1])
            && (at == 0 || words[at - 1].Word.IsStopWord || FormPhrases.Default.Has("listing", words[at - 1].Word.Folded) || FormPhrases.Default.Has("frame", words[at - 1].Word.Folded))
            ? ItemKind.People
            : null;
    }

    /// <summary>"Which gauges are supported?": a noun in the plural that no list has.</summary>
    private static string? OtherNoun(List<Token> words)
    {
        var which = words.FindIndex(word => word.Word.Folded is "which" or "what");
        if (which < 0 || which + 2 >= words.Count || !VerbsOfMany.Contains(words[which + 2].Word.Folded))
        {
            return null;
        }

        var noun = words[which + 1].Word;
        return noun.Folded.Length > 3 && noun.Folded.EndsWith('s') && !noun.IsStopWord && !Singulars.Any(noun.Folded.EndsWith) ? noun.Folded : null;
    }
}
