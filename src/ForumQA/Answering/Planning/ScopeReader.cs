using System.Collections.Frozen;
using ForumQA.Storage;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Finds the people, organisations, events and documents that a question names.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">The question's words.</param>
/// <param name="form">How it is put.</param>
internal sealed class ScopeReader(IndexSnapshot snapshot, IReadOnlyList<Token> question, QuestionForm form)
{
    /// <summary>A surname that more than so many share names nobody.</summary>
    private const int MostPeople = 10;

    /// <summary>Behind these stands a common noun: "an apple".</summary>
    private static readonly FrozenSet<string> Indefinite = Lexicon.Of("before no name");

    private readonly string[] _folded = [.. question.Select(word => word.Word.Folded)];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Reads it.</summary>
    public QuestionScope Read()
    {
        var content = question.Where(word => !word.Word.IsStopWord).Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        var found = snapshot.Mentions.NamesWith(content)
            .Where(name => name.Kind is MentionKind.Person or MentionKind.Organization or MentionKind.Event)
            .Select(name => (Name: name, At: Place(name)))
            .Where(match => match.At is not null)
            .Select(match => (match.Name, At: match.At!.Value))
            .ToList();

        // "Liu Song of Alibaba": a name that is a part of a longer one was not meant.
        found = [.. found.Where(match => !found.Exists(other => Covers(other.At, match.At)))];
        var events = new EventReader(snapshot, _folded);
        var named = events.Read(found.Where(match => match.Name.Kind == MentionKind.Event).Select(match => match.Name));
        var people = Narrow([.. Ordered(MentionKind.Person)], [.. Ordered(MentionKind.Organization)]);
        if (people.Count == 0 && RoleReader.Find(snapshot, _folded) is { } role)
        {
            people = [role.Person];
            _words.UnionWith(role.Words);
        }

        foreach (var (start, end) in found.Select(match => match.At))
        {
            _words.UnionWith(_folded[start..end]);

            // "Jonas Whitbeck" of documents that know a Mr Whitbeck.
            _words.UnionWith(Beside(start, end).Select(word => word.Word.Folded));
        }

        people = [.. people.Take(MostPeople)];
        _words.UnionWith(events.Words);
        var documents = new NamedDocuments(snapshot, [.. _folded.Where(word => !events.Words.Contains(word))], form).Find();
        _words.UnionWith(documents.Words);
        return new QuestionScope
        {
            People = people,
            Organizations = [.. Ordered(MentionKind.Organization)],
            Events = named,
            Documents = documents.Ids.Count > 0 ? documents.Ids : events.Documents,
            Unknown = events.Unknown,
            Words = _words,
        };

        IEnumerable<MentionedName> Ordered(MentionKind kind) =>
            found.Where(match => match.Name.Kind == kind).OrderBy(match => match.At.Start).Select(match => match.Name);
    }

    private static bool Covers((int Start, int End) outer, (int Start, int End) inner) =>
        outer.Start <= inner.Start && outer.End >= inner.End && outer.End - outer.Start > inner.End - inner.Start;

    /// <summary>Of two people of one name, the one of the organisation that is named too.</summary>
    private static List<MentionedName> Narrow(List<MentionedName> people, List<MentionedName> organizations) =>
        [.. people.Where(person => !people.Exists(other => other.Name == person.Name && other.Key != person.Key)
            || !people.Exists(other => other.Name == person.Name && BelongsToAny(other, organizations))
            || BelongsToAny(person, organizations))];

    private static bool BelongsToAny(MentionedName person, List<MentionedName> organizations) =>
        organizations.Exists(organization => person.Details.Any(detail => detail.Contains(organization.Name, StringComparison.OrdinalIgnoreCase)
            || organization.Aliases.Any(alias => detail.Contains(alias, StringComparison.OrdinalIgnoreCase))));

    /// <summary>Where the longest form of a name stands in the question.</summary>
    private (int Start, int End)? Place(MentionedName name)
    {
        (int Start, int End)? best = null;
        foreach (var form in name.Aliases.Prepend(name.Name))
        {
            var words = Tokenizer.Tokenize(form).Select(word => word.Word.Folded).ToArray();
            var at = _folded.AsSpan().IndexOf(words);
            if (words.Length > 0 && at >= 0 && (best is null || words.Length > best.Value.End - best.Value.Start))
            {
                best = (at, at + words.Length);
            }
        }

        return best ?? PartOf(name);
    }

    /// <summary>The words right before and behind a part of a question that are written as parts of the same name.</summary>
    private IEnumerable<Token> Beside(int start, int end) => new[] { start - 1, end }.Where(at => at > 0 && at < question.Count)
        .Select(at => question[at]).Where(word => word.IsCapitalized && !word.Word.IsStopWord && !form.Words.Contains(word.Word.Folded) && (question[start].Start == word.End + 1 || word.Start == question[end - 1].End + 1));

    /// <summary>Whether a word of a question belongs to a longer name than the one that has it: "Gwen Hathersage" is not "Hathersage Start".</summary>
    private bool IsOfAnotherName(int at, List<Word> name) => name.Count > 1 && question[at].IsCapitalized && Beside(at, at + 1).Any(word => !name.Exists(part => part.Folded == word.Word.Folded));

    /// <summary>A part of a name that stands for it: "Shimada", or "OpenGov" where the word stands in no other name.</summary>
    private (int Start, int End)? PartOf(MentionedName name)
    {
        if (name.Kind == MentionKind.Event)
        {
            return null;
        }

        var words = Tokenizer.Tokenize(name.Name).Where(word => !word.Word.IsStopWord && word.Length > 1).Select(word => word.Word).ToList();
        var parts = name.Kind == MentionKind.Person ? words : words.Take(1);
        foreach (var part in parts.Reverse())
        {
            var at = Array.IndexOf(_folded, part.Folded);
            if (at >= 0 && !form.Words.Contains(part.Folded) && !(at > 0 && Indefinite.Contains(_folded[at - 1]))
                && !IsOfAnotherName(at, words)
                && (name.Kind == MentionKind.Person || snapshot.Words.CountPassagesWith([part.Stem]).GetValueOrDefault(part.Stem) <= name.Count + 1))
            {
                return (at, at + 1);
            }
        }

        return null;
    }
}
