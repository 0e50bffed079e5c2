using System.Collections.Frozen;
using ForumQA.Storage;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Finds the events of a question: by name, by number ("the 17th forum") and by year ("the 2020 forum").</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">The question's folded words.</param>
internal sealed class EventReader(IndexSnapshot snapshot, string[] question)
{
    /// <summary>How far behind its number the word for an event may stand: "17th Beijing-Tokyo Forum".</summary>
    private const int Reach = 4;

    /// <summary>Documents looked at for what they are about.</summary>
    private const int MostDocuments = 50;

    /// <summary>What may follow a number that names an event by itself: "the 16th and the 17th".</summary>
    private static readonly FrozenSet<string> Continuations = Lexicon.Of("after the number of an event");

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _documents = [];

    /// <summary>The words of the question that name events.</summary>
    public IReadOnlySet<string> Words => _words;

    /// <summary>Documents that are about one of the events.</summary>
    public IReadOnlyList<string> Documents => _documents;

    /// <summary>A numbered event that there is not.</summary>
    public UnknownEvent? Unknown { get; private set; }

    /// <summary>The events, in the order of the question.</summary>
    /// <param name="named">Those named in full.</param>
    public IReadOnlyList<MentionedName> Read(IEnumerable<MentionedName> named)
    {
        var events = named.ToList();
        var all = new Lazy<IReadOnlyList<MentionedName>>(() => snapshot.Mentions.Names(MentionKind.Event));
        for (var i = 0; i < question.Length; i++)
        {
            if (OrdinalNumber.Of(question[i]) is { } number && !IsDay(i) && IsNumberOfEvent(i, all.Value))
            {
                ReadNumber(number, i, all.Value, events);
            }
        }

        ReadYears(all, events);
        foreach (var @event in events)
        {
            _documents.AddRange(DocumentsOf(snapshot, @event).Where(id => !_documents.Contains(id)));
        }

        return events;
    }

    /// <summary>The documents that an event is the subject of, by title or front matter, and those that say they retell it.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="event">The event.</param>
    /// <param name="withRetellings">Whether those count that only say so in their front matter.</param>
    public static IReadOnlyList<string> DocumentsOf(IndexSnapshot snapshot, MentionedName @event, bool withRetellings = true)
    {
        var documents = new List<string>();
        foreach (var id in @event.Documents.Take(MostDocuments))
        {
            if (snapshot.Documents.Find(id) is { } document && IsAbout(document, @event))
            {
                documents.Add(id);
                if (withRetellings)
                {
                    documents.AddRange(document.Metadata.Where(entry => entry.Key == "same_event_as").SelectMany(entry => entry.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
                }
            }
        }

        return [.. documents.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsAbout(Document document, MentionedName @event)
    {
        var name = Fold(@event.Name);
        return Fold(document.Title).AsSpan().IndexOf(name) >= 0
            || document.Metadata.Any(entry => entry.Key == "event" && Fold(entry.Value).AsSpan().IndexOf(name) >= 0);
    }

    private static string[] Fold(string text) => [.. Tokenizer.Tokenize(text).Select(word => word.Word.Folded)];

    /// <summary>"April 20th", "the 20th of April".</summary>
    private bool IsDay(int at) => question[Math.Max(0, at - 1)..Math.Min(question.Length, at + 3)].Any(word => MonthName.Is(word));

    /// <summary>Whether what follows a number is the word for an event, or nothing: "and the 17th?".</summary>
    private bool IsNumberOfEvent(int at, IReadOnlyList<MentionedName> events)
    {
        var nouns = events.Select(@event => Fold(@event.Name)[^1]).ToHashSet(StringComparer.Ordinal);
        var following = question.Skip(at + 1).Take(Reach).ToList();
        return following.Exists(word => nouns.Contains(word) || nouns.Contains(word.TrimEnd('s')))
            || ((following.Count == 0 || OrdinalNumber.Of(following[^1]) is not null || Continuations.Contains(following[0]))
                && nouns.Count > 0 && events.Any(@event => OrdinalNumber.Of(Fold(@event.Name)[0]) is not null));
    }

    /// <summary>"The 2020 forum", "in 2020 and at the 17th": an event of the year of its document, where the question asks for an event at all.</summary>
    private void ReadYears(Lazy<IReadOnlyList<MentionedName>> all, List<MentionedName> events)
    {
        foreach (var (year, at) in question.Select((word, at) => (word, at)).Where(word => CalendarYear.IsYear(word.word)))
        {
            var isBesideEvent = question[Math.Max(0, at - 3)..Math.Min(question.Length, at + 3)].Any(word => FormPhrases.Default.Has("events", word));
            if (!isBesideEvent && !(events.Count > 0 && FormPhrases.Default.ComparesIn(question)))
            {
                continue;
            }

            var ofYear = all.Value.Where(@event => OrdinalNumber.Of(Fold(@event.Name)[0]) is not null && DocumentsOf(snapshot, @event, withRetellings: false)
                .Any(id => snapshot.Documents.Find(id)?.Metadata.TryGetValue("date", out var date) == true && date.StartsWith(year, StringComparison.Ordinal))).ToList();
            if (ofYear is [var only])
            {
                _words.Add(year);
                _words.UnionWith(question.Where(word => Fold(only.Name).Contains(word)));
                if (!events.Exists(other => other.Key == only.Key))
                {
                    events.Add(only);
                }
            }
        }
    }

    private void ReadNumber(string number, int at, IReadOnlyList<MentionedName> all, List<MentionedName> events)
    {
        var numbered = all.Where(@event => OrdinalNumber.Of(Fold(@event.Name)[0]) is not null).ToList();
        var meant = numbered.Where(@event => OrdinalNumber.Of(Fold(@event.Name)[0]) == number).ToList();
        if (numbered.Count == 0)
        {
            return;
        }

        _words.Add(question[at]);
        var series = Tokenizer.Tokenize((meant.Count > 0 ? meant : numbered)[0].Name).Skip(1).Select(word => word.Word.Folded).ToHashSet(StringComparer.Ordinal);
        _words.UnionWith(question.Where(word => series.Contains(word) || series.Contains(word.TrimEnd('s'))));
        if (meant.Count > 0)
        {
            events.AddRange(meant.Where(@event => !events.Exists(other => other.Key == @event.Key)));
        }
        else if (numbered.Select(@event => string.Join(' ', Fold(@event.Name).Skip(1))).Distinct().Count() == 1)
        {
            // Of several series nobody can tell which is meant.
            var kin = numbered[0].Name;
            Unknown = new UnknownEvent(
                question[at],
                kin[(kin.IndexOf(' ', StringComparison.Ordinal) + 1)..],
                numbered);
        }
    }
}
