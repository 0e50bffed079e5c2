using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Finds the phrases of a text that name something: events by their number, years, countries, and runs of capitalised words.</summary>
/// <param name="names">What is known of names.</param>
internal sealed class PhraseReader(INameKnowledge names)
{
    private static readonly FrozenSet<string> Months = Lexicon.Of("month");

    /// <summary>The phrases in the order of the text; they do not overlap.</summary>
    /// <param name="text">A question or an answer, spelled as the documents spell names.</param>
    public IReadOnlyList<NamedPhrase> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = MessageWord.Read(text);
        var phrases = new List<NamedPhrase>();
        for (var i = 0; i < words.Count;)
        {
            var (length, kind) = At(text, words, i);
            if (length > 0)
            {
                var (start, end) = (words[i].Start, words[i + length - 1].End);
                end = text.AsSpan(start, end - start).EndsWith("'s", StringComparison.Ordinal) || text.AsSpan(start, end - start).EndsWith("’s", StringComparison.Ordinal) ? end - 2 : end;
                phrases.Add(new NamedPhrase(text[start..end], kind, start, end));
            }

            i += Math.Max(1, length);
        }

        return phrases;
    }

    private (int Length, PhraseKind Kind) At(string text, IReadOnlyList<MessageWord> words, int i)
    {
        if (CalendarYear.IsToDate(words[i].Text))
        {
            return (1, PhraseKind.Year);
        }

        if (FollowUpWords.Countries.LengthAt(words, i) is > 0 and var country && !IsJoined(text, words, i + country) && (i == 0 || !IsJoined(text, words, i)))
        {
            return (country, PhraseKind.Country);
        }

        if (OrdinalNumber.IsDigits(words[i].Text))
        {
            var run = RunLength(text, words, i + 1);
            var isNamed = i + 1 + run < words.Count && FollowUpWords.EventWords.Contains(words[i + 1 + run].Text);
            return (1 + run + (isNamed ? 1 : 0), PhraseKind.Event);
        }

        var length = RunLength(text, words, i);
        return length == 0 ? (0, PhraseKind.Other) : (length, KindOf(text, words, i, length));
    }

    private PhraseKind KindOf(string text, IReadOnlyList<MessageWord> words, int first, int length)
    {
        var run = words.Skip(first).Take(length).ToList();
        return run.Any(word => FollowUpWords.EventWords.Contains(word.Text)) ? PhraseKind.Event
            : run.Any(word => FollowUpWords.OrganisationWords.Contains(word.Text)) ? PhraseKind.Organisation
            : names.KindOf(text[run[0].Start..run[^1].End]);
    }

    /// <summary>How many words from a place on are written with a capital letter and stand side by side; the first word of a sentence that says nothing is none.</summary>
    private static int RunLength(string text, IReadOnlyList<MessageWord> words, int first)
    {
        var length = 0;
        while (first + length < words.Count && IsName(text, words[first + length], isFirst: first + length == 0)
            && (length == 0 || IsSideBySide(text, words, first + length)))
        {
            length++;
        }

        return length;
    }

    private static bool IsName(string text, MessageWord word, bool isFirst) =>
        text.AsSpan(word.Start, word.End - word.Start).ContainsAnyInRange('A', 'Z')
        && !StopWordList.Contains(word.Text)
        && !FollowUpWords.Asking.Contains(word.Text)
        && !Months.Contains(word.Text)
        && !(isFirst && (FollowUpWords.Verbs.Contains(word.Text) || FollowUpWords.Openings.Contains(word.Text)));

    private static bool IsSideBySide(string text, IReadOnlyList<MessageWord> words, int i) => words[i].Start - words[i - 1].End == 1 && text[words[i].Start - 1] is ' ' or '-' or '&';

    // Of "Beijing-Tokyo", neither part stands for itself.
    private static bool IsJoined(string text, IReadOnlyList<MessageWord> words, int i) => i > 0 && i < words.Count && words[i].Start - words[i - 1].End == 1 && text[words[i].Start - 1] == '-';
}
