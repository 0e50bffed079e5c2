using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>One list of <c>follow-ups.txt</c>: words, and phrases of several.</summary>
internal sealed class FollowUpWords
{
    private static readonly FrozenDictionary<string, FollowUpWords> Lists = EmbeddedWordList.ReadLines("Answering.Conversation.follow-ups.txt")
        .Select(line => line.Split(':', 2))
        .ToFrozenDictionary(parts => parts[0], parts => new FollowUpWords(parts[1].Split('|')), StringComparer.Ordinal);

    private readonly IReadOnlyList<string[]> _phrases;
    private readonly FrozenSet<string> _words;

    private FollowUpWords(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases.Select(phrase => MessageWord.Read(phrase).Select(word => word.Text).ToArray()).OrderByDescending(phrase => phrase.Length)];
        _words = _phrases.Where(phrase => phrase.Length == 1).Select(phrase => phrase[0]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What an earlier question and another one are joined by, such as "what about".</summary>
    public static FollowUpWords Openings => Lists["openings"];

    /// <summary>What takes back the question before, such as "no, I meant".</summary>
    public static FollowUpWords Corrections => Lists["corrections"];

    /// <summary>What says first what was not meant: "not Toshiba, Hitachi".</summary>
    public static FollowUpWords Denials => Lists["denials"];

    /// <summary>What stands before that which was not meant.</summary>
    public static FollowUpWords Contrasts => Lists["contrasts"];

    public static FollowUpWords Asking => Lists["asking"];

    public static FollowUpWords Verbs => Lists["verbs"];

    public static FollowUpWords Auxiliaries => Lists["auxiliaries"];

    /// <summary>Pronouns of one person.</summary>
    public static FollowUpWords Persons => Lists["persons"];

    /// <summary>Pronouns of several, or of a company.</summary>
    public static FollowUpWords Plurals => Lists["plurals"];

    /// <summary>Pronouns of things.</summary>
    public static FollowUpWords Things => Lists["things"];

    /// <summary>What makes a noun point back: "that forum".</summary>
    public static FollowUpWords Pointers => Lists["pointers"];

    public static FollowUpWords Countries => Lists["countries"];

    public static FollowUpWords OrganisationWords => Lists["organisation words"];

    public static FollowUpWords EventWords => Lists["event words"];

    public static FollowUpWords ByWords => Lists["by-words"];

    public static FollowUpWords PeopleCues => Lists["people cues"];

    /// <summary>What someone is in an organisation: "president".</summary>
    public static FollowUpWords Roles => Lists["roles"];

    public static FollowUpWords Pleases => Lists["pleases"];

    public static FollowUpWords Articles => Lists["articles"];

    /// <summary>What a subject stands behind: "about".</summary>
    public static FollowUpWords Abouts => Lists["abouts"];

    /// <summary>What a request opens with that asks no question: "list".</summary>
    public static FollowUpWords Commands => Lists["commands"];

    /// <summary>Verbs that say nothing of a subject: "say".</summary>
    public static FollowUpWords VagueVerbs => Lists["vague verbs"];

    /// <summary>"The first one", "the second", "the last" by their place from 0, the last being -1.</summary>
    public static IReadOnlyList<(FollowUpWords Words, int Place)> Places { get; } =
    [
        .. Enumerable.Range(1, Lists.Count).TakeWhile(place => Lists.ContainsKey($"place {place}")).Select(place => (Lists[$"place {place}"], place - 1)),
        (Lists["place last"], -1),
    ];

    /// <summary>The nouns that name a kind: "company", "forum".</summary>
    public static IReadOnlyList<(FollowUpWords Words, PhraseKind Kind)> Nouns { get; } =
    [
        (Lists["person nouns"], PhraseKind.Person), (Lists["organisation nouns"], PhraseKind.Organisation), (Lists["event nouns"], PhraseKind.Event),
        (Lists["country nouns"], PhraseKind.Country), (Lists["year nouns"], PhraseKind.Year),
    ];

    /// <summary>What keeps to a part of a list: "only".</summary>
    public static FollowUpWords Narrowings => Lists["narrowings"];

    /// <summary>What stands before "of them".</summary>
    public static FollowUpWords Selecting => Lists["selecting"];

    /// <summary>What stands behind "how".</summary>
    public static FollowUpWords Amounts => Lists["amounts"];

    /// <summary>"Of", "among".</summary>
    public static FollowUpWords AmongWords => Lists["among"];

    /// <summary>What stands for a list behind "of".</summary>
    public static FollowUpWords Members => Lists["members"];

    /// <summary>What stands for the items of a list behind what they are like: "the Japanese ones".</summary>
    public static FollowUpWords Selected => Lists["selected"];

    /// <summary>What asks for others: "else".</summary>
    public static FollowUpWords OtherWords => Lists["other words"];

    /// <summary>What stands before that: "who", "anyone".</summary>
    public static FollowUpWords Someone => Lists["someone"];

    /// <summary>What stands for the statement before: "who else said so".</summary>
    public static FollowUpWords SoWords => Lists["so words"];

    public static FollowUpWords Sames => Lists["sames"];

    /// <summary>What takes back the beginning of the same message.</summary>
    public static FollowUpWords SecondThoughts => Lists["second thoughts"];

    /// <summary>What asks for the place of an event rather than of a text.</summary>
    public static FollowUpWords PlaceAsked => Lists["place asked"];

    /// <summary>What opens a comparison: "compare".</summary>
    public static FollowUpWords Comparing => Lists["comparing"];

    /// <summary>Who is written to: "you".</summary>
    public static FollowUpWords Personal => Lists["personal"];

    /// <summary>What is of whoever is written to: "your".</summary>
    public static FollowUpWords Possessives => Lists["possessives"];

    /// <summary>What a sum is put in, besides numbers.</summary>
    public static FollowUpWords Sums => Lists["sums"];

    /// <summary>What asks for somebody or something: "what", "who".</summary>
    public static FollowUpWords Contents => Lists["contents"];

    /// <summary>Auxiliaries with which a question asks what somebody does: "did".</summary>
    public static FollowUpWords Doing => Lists["doing"];

    /// <summary>"When", "where".</summary>
    public static FollowUpWords TimesAndPlaces => Lists["times and places"];

    /// <summary>What joins two questions in one message.</summary>
    public static FollowUpWords Joints => Lists["joints"];

    /// <summary>"What's", "whos": an asking word with its verb.</summary>
    public static FollowUpWords Contractions => Lists["contractions"];

    /// <summary>"Who" and its like, behind which any verb may stand.</summary>
    public static FollowUpWords Whos => Lists["whos"];

    /// <summary>"Which", behind which a noun may stand.</summary>
    public static FollowUpWords Choosing => Lists["choosing"];

    /// <summary>Who asks, and who may be asked for: "I", "you", "one".</summary>
    public static FollowUpWords Askers => Lists["askers"];

    /// <summary>"How many".</summary>
    public static FollowUpWords Manies => Lists["manies"];

    /// <summary>What stands behind a command: "me", "the".</summary>
    public static FollowUpWords CommandObjects => Lists["command objects"];

    /// <summary>What makes a request politer before it: "could you".</summary>
    public static FollowUpWords Wrappers => Lists["wrappers"];

    /// <summary>What a length opens with: "in three sentences".</summary>
    public static FollowUpWords WishOpenings => Lists["wish openings"];

    /// <summary>What an answer is measured in.</summary>
    public static FollowUpWords Measures => Lists["measures"];

    /// <summary>What asks for a short answer.</summary>
    public static FollowUpWords ShortWishes => Lists["short wishes"];

    /// <summary>What asks for a long one.</summary>
    public static FollowUpWords LongWishes => Lists["long wishes"];

    /// <summary>What may stand around a length.</summary>
    public static FollowUpWords WishWords => Lists["wish words"];

    /// <summary>What may stand behind any small talk: "please", "mate".</summary>
    public static FollowUpWords Fillers => Lists["fillers"];

    /// <summary>Whether a word says what kind of thing something is: "institute", "forum", "president".</summary>
    public static bool IsCommonNoun(string folded) =>
        OrganisationWords.Contains(folded) || EventWords.Contains(folded) || Roles.Contains(folded) || Nouns.Any(noun => noun.Words.Contains(folded));

    public bool Contains(string folded) => _words.Contains(folded);

    /// <summary>How many words the longest phrase of the list takes that stands at a place; 0 when none does.</summary>
    public int LengthAt(IReadOnlyList<MessageWord> words, int position) => _phrases
        .FirstOrDefault(phrase => position + phrase.Length <= words.Count && phrase.Index().All(part => words[position + part.Index].Text == part.Item))?.Length ?? 0;
}
