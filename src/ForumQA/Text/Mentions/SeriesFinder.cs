using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds series inside a sentence: "such as music, movies, animation and games".</summary>
internal static partial class SeriesFinder
{
    private const int MostItems = 14;

    private const int LongestItem = 110;

    // After "such as" two parts make a series; after a verb or a colon it takes three.
    private static readonly Regex Cue = new(
        $@"(?<sure>,?\s{WordPattern.AnyIn("opens a series")}:?\s)|\s{WordPattern.AnyIn("verb before a series")}\s|:\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Joiner = new($@"\G{WordPattern.AnyIn("joins a series")}\s", RegexOptions.CultureInvariant);

    private static readonly Regex Inner = new($@"\s{WordPattern.AnyIn("joins a series")}\s", RegexOptions.CultureInvariant);

    private static readonly Regex Tail = new($@",?\s{WordPattern.AnyIn("goes on after a series", "verb after a series")}\s", RegexOptions.CultureInvariant);

    // A part with a verb of its own is no part of a series: "..., OpenGov Asia writes, and they are ...".
    private static readonly Regex Verb = new($@"\s{WordPattern.AnyIn("verb in no series")}(?:\s|$)", RegexOptions.CultureInvariant);

    private static readonly Regex Attribution = new($@"\b{WordPattern.AnyIn("says in a series")}$", RegexOptions.CultureInvariant);

    public static void Read(EnumerationWriter writer)
    {
        var text = writer.Sentences.Text;
        foreach (var span in writer.Sentences.Spans.Where(span => span.Length <= SentenceSpans.LongestSentence))
        {
            var sentence = text[span.Start..span.End];
            var cues = Cue.Matches(sentence);
            var taken = (Start: 0, End: 0);
            foreach (var cue in cues.OrderByDescending(cue => cue.Groups["sure"].Success).ThenBy(cue => cue.Index))
            {
                var isSure = cue.Groups["sure"].Success;
                var items = Split(sentence, cue.Index + cue.Length);
                if (items.Count < (isSure ? 2 : 3) || (cue.Index < taken.End && items[^1].End > taken.Start))
                {
                    continue;
                }

                taken = (cue.Index, items[^1].End);
                var end = isSure ? sentence[..cue.Index].TrimEnd(' ', ',').Length : sentence[..(cue.Index + cue.Length)].TrimEnd(' ', ':').Length;
                writer.Add(
                    span.Start, span.Start + (end > 0 ? end : cue.Index + cue.Length), sentence, [.. items.Select(item => (span.Start + item.Start, span.Start + item.End))], stated: null);
            }
        }
    }

    /// <summary>The parts of a series; none when it does not close with "and" or "or".</summary>
    private static List<(int Start, int End)> Split(string sentence, int from)
    {
        var parts = new List<(int Start, int End)>();
        var stop = from + End().Match(sentence[from..]).Index;
        for (var start = from; start < stop && parts.Count <= MostItems;)
        {
            var end = Comma().Match(sentence, start, stop - start) is { Success: true } comma ? comma.Index : stop;
            parts.Add((start, end));
            start = end < stop ? end + 2 : stop;
        }

        // With a comma before "and" the last part begins with it; without one, a part has it inside.
        var last = parts.FindIndex(part => Joiner.Match(sentence, part.Start, part.End - part.Start).Success);
        if (last > 0 && !parts.Take(last).Any(part => Verb.IsMatch(sentence[part.Start..part.End])))
        {
            return Trim(sentence, [.. parts.Take(last), Cut(sentence, parts[last] with { Start = parts[last].Start + sentence[parts[last].Start..].IndexOf(' ') + 1 })]);
        }

        last = parts.FindIndex(part => Inner.IsMatch(sentence[part.Start..part.End]));
        if (last < 0 || parts.Take(last + 1).Any(part => part.End - part.Start > LongestItem))
        {
            return [];
        }

        var (open, close) = parts[last];
        var inner = Inner.Match(sentence[open..close]);
        return Trim(sentence, [.. parts.Take(last), (open, open + inner.Index), Cut(sentence, (open + inner.Index + inner.Length, close))]);
    }

    /// <summary>Without what no longer belongs to the last item: "... and games in which ...".</summary>
    private static (int Start, int End) Cut(string sentence, (int Start, int End) item) =>
        Tail.Match(sentence[item.Start..item.End]) is { Success: true, Index: > 0 } tail ? item with { End = item.Start + tail.Index } : item;

    private static List<(int Start, int End)> Trim(string sentence, List<(int Start, int End)> items)
    {
        var trimmed = items.ConvertAll(item =>
        {
            var part = sentence.AsSpan(item.Start, item.End - item.Start);
            var start = item.Start + (part.Length - part.TrimStart().Length);
            return (Start: start, End: Math.Max(start, item.Start + part.TrimEnd(" .;:").Length));
        });
        return trimmed.All(item => item.End > item.Start && item.End - item.Start <= LongestItem && !Attribution.IsMatch(sentence[item.Start..item.End])) ? trimmed : [];
    }

    [GeneratedRegex(@";|\s[–—]\s|[.!?](?=\s|$)|\n\n|$", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@",\s", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();
}
