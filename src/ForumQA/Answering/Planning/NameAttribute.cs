using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>What a list of names is narrowed to by the word before it, such as "Japanese" in "which Japanese companies". It holds where the text says so, and nowhere else.</summary>
internal sealed class NameAttribute
{
    /// <summary>How many words before or behind a name still speak of it.</summary>
    private const int Reach = 7;

    private readonly PlanContext _context;
    private readonly string[] _adjectives;
    private readonly string[][] _places;
    private readonly Dictionary<(MentionKind Kind, string Key), bool> _found = [];

    private NameAttribute(PlanContext context, int term)
    {
        var token = context.Ranking.Question.Terms[term].Token;
        (_context, Term, Text) = (context, term, context.Ranking.Question.Text[token.Start..token.End]);
        var folded = token.Word.Folded;
        var isCountry = MentionLexicon.Countries.Contains(folded);
        _adjectives = isCountry ? [.. MentionLexicon.CountriesOf.Where(pair => pair.Contains(folded)).Select(pair => pair.Key)] : [folded];
        _places = isCountry ? [[folded]] : [.. MentionLexicon.CountriesOf[folded].Select(place => place.Split(' '))];
    }

    /// <summary>The term of the question that it is.</summary>
    public int Term { get; }

    /// <summary>As asked.</summary>
    public string Text { get; }

    /// <summary>Whether it says where somebody or something is from, which texts say of few.</summary>
    public bool IsOrigin => _places.Length > 0;

    /// <summary>The word right before what a list names; null when there is none.</summary>
    /// <param name="context">The question and the index.</param>
    public static NameAttribute? Of(PlanContext context)
    {
        if (context.Form.ItemWords.Count == 0)
        {
            return null;
        }

        var question = context.Ranking.Question;
        var item = question.Words.FirstOrDefault(word => word.Word.Folded == context.Form.ItemWords[0]);
        var found = context.Topic.Where(i => item.Length > 0 && (question.Terms[i].Token.End + 1 == item.Start || IsWhereFrom(context, i))).ToList();
        return found.Count > 0 ? new NameAttribute(context, found[0]) : null;
    }

    /// <summary>"Speakers from Japan".</summary>
    private static bool IsWhereFrom(PlanContext context, int term)
    {
        var question = context.Ranking.Question;
        var token = question.Terms[term].Token;
        return MentionLexicon.Countries.Contains(token.Word.Folded) && question.Words.LastOrDefault(word => word.Start < token.Start) is { Length: > 0 } before && before.Word.Folded is "from";
    }

    /// <summary>Whether a text says it of a name.</summary>
    public bool Fits(MentionedName name)
    {
        if (!_found.TryGetValue((name.Kind, name.Key), out var fits))
        {
            _found[(name.Kind, name.Key)] = false;
            _found[(name.Kind, name.Key)] = fits = name.Details.Prepend(name.Name).Any(SaysIt)
                || (IsOrigin && (name.Kind == MentionKind.Person ? IsOfOne(name) : IsSaidBeside(name)));
        }

        return fits;
    }

    private bool SaysIt(string text)
    {
        var words = Tokenizer.Tokenize(text);
        return words.Exists(word => Array.Exists(_adjectives, adjective => word.Word.Stem == Tokenizer.WordOf(adjective).Stem)) || Array.Exists(_places, place => Stands(words, place));
    }

    /// <summary>Whether a person belongs to an organisation of which it is said.</summary>
    private bool IsOfOne(MentionedName person) =>
        _context.Snapshot.Mentions.NamesWith([.. person.Details.SelectMany(detail => Tokenizer.Tokenize(detail)).Where(word => !word.Word.IsStopWord).Select(word => word.Word.Folded)])
            .Any(name => name.Kind == MentionKind.Organization && NameList.IsOf(person, name) && Fits(name));

    /// <summary>"The Japanese company X", "X in Japan", "X, a Japanese ...": in the words next to the name, up to the next thing that is named.</summary>
    private bool IsSaidBeside(MentionedName name)
    {
        foreach (var mention in _context.Snapshot.Mentions.Of(name.Kind, name.Key).Where(mention => _context.Sentences.Allows(mention.DocumentId)))
        {
            if (_context.Sentences.At(mention.DocumentId, mention.SentenceStart) is not { } sentence)
            {
                continue;
            }

            var offset = sentence.Sentence.Start;
            var words = sentence.Sentence.Words;
            var before = words.Where(word => word.End + offset <= mention.Start).TakeLast(2).ToList();
            var after = words.Where(word => word.Start + offset >= mention.End).TakeWhile(word => word.Word.Folded != "and").Take(Reach).ToList();
            if (before.Exists(word => _adjectives.Contains(word.Word.Folded)) || Array.Exists(_places, place => IsOwner(before, place))
                || IsApposition(after))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Japan's Express Company".</summary>
    private static bool IsOwner(List<Token> before, string[] place) => before.Count > 1 && before[^1].Word.Folded == "s" && before[^2].Word.Folded == place[^1];

    /// <summary>"in Japan", "of Japan", "a Japanese ...".</summary>
    private bool IsApposition(List<Token> after)
    {
        for (var i = 0; i + 1 < after.Count; i++)
        {
            if ((after[i].Word.Folded is "a" or "an" && _adjectives.Contains(after[i + 1].Word.Folded))
                || (after[i].Word.Folded is "in" or "of" or "from" && Array.Exists(_places, place => Stands(after.GetRange(i + 1, Math.Min(place.Length, after.Count - i - 1)), place))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(List<Token> words, string[] place) => words.ConvertAll(word => word.Word.Folded).ToArray().AsSpan().IndexOf(place) >= 0;
}
