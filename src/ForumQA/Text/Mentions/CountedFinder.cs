using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds what is told one after the other: "five reasons ... The first reason ... is ...", "First, ... Second, ...".</summary>
internal static class CountedFinder
{
    /// <summary>How many sentences may stand between two items.</summary>
    private const int FurthestItem = 15;

    /// <summary>More are no items of one list; "finally" comes after all of them.</summary>
    private const int MostItems = 12;

    private const string Adverb = "ly";

    private static readonly Regex Counted = new(
        $@"\b(?<count>{WordPattern.AnyOf(CardinalNumber.Names.Skip(1))}|[2-9]|1[0-2])\s(?:\p{{Ll}}+\s){{0,2}}?(?<noun>{WordPattern.AnyIn("noun of counted items")})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Is = new($@"(?:\s{WordPattern.AnyIn("is before an item")}(?=\s)|:)\s+", RegexOptions.CultureInvariant);

    private static readonly Regex Step = new(
        $@"\G(?<ordinal>{WordPattern.Capitalized(Lexicon.AsWritten("opens a step"))})(?: of all)?,\s+", RegexOptions.CultureInvariant);

    public static void Read(EnumerationWriter writer, IReadOnlySet<int> headings)
    {
        var sentences = writer.Sentences;
        for (var i = 0; i < sentences.Spans.Count; i++)
        {
            var span = sentences.Spans[i];
            if (span.Length > SentenceSpans.LongestSentence)
            {
                continue;
            }

            foreach (Match match in Counted.Matches(sentences.Text[span.Start..span.End]))
            {
                if (headings.Contains(span.Start) && IsRepeated(sentences, i, match.Groups["noun"].Value))
                {
                    continue;
                }

                var items = Follow(sentences, i + 1, match.Groups["noun"].Value);
                var end = span.Start + sentences.Text[span.Start..span.End].TrimEnd('.', ':', ' ', '\n').Length;
                writer.Add(span.Start + match.Index, end, sentences.Text[span.Start..span.End], items, CardinalNumber.Of(match.Groups["count"].Value.ToLowerInvariant())!.Value);
            }

            if (StepOf(sentences, i) is { Ordinal: 0 } first)
            {
                AddSteps(writer, i, first.Start);
            }
        }
    }

    /// <summary>Whether the first sentence below a heading says the same: "Five reasons for ..." and "... gives five reasons".</summary>
    private static bool IsRepeated(SentenceSpans sentences, int heading, string noun) =>
        heading + 1 < sentences.Spans.Count && Counted.Match(sentences.Spans[heading + 1].Of(sentences.Text).ToString()) is { Success: true } match
        && string.Equals(match.Groups["noun"].Value, noun, StringComparison.OrdinalIgnoreCase);

    /// <summary>"The first reason ... is ..." and what follows it.</summary>
    private static List<(int Start, int End)> Follow(SentenceSpans sentences, int from, string plural)
    {
        var noun = plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.TrimEnd('s');
        var items = new List<(int Start, int End)>();
        for (var (i, last) = (from, from); i < sentences.Spans.Count && i < last + FurthestItem && items.Count < MostItems; i++)
        {
            var span = sentences.Spans[i];
            var text = sentences.Text[span.Start..span.End];
            if (Regex.Match(text, $@"\b{OrdinalNumber.Words[items.Count]}\s(?:\p{{L}}+\s)?{Regex.Escape(noun)}\b", RegexOptions.IgnoreCase) is { Success: true } match)
            {
                items.Add(After(text, match.Index + match.Length, span.Start));
                last = i;
            }
        }

        return items;
    }

    /// <summary>What stands behind "is" or a colon; else the whole sentence.</summary>
    private static (int Start, int End) After(string text, int from, int offset)
    {
        var start = Is.Match(text, from) is { Success: true } verb && verb.Index + verb.Length < text.Length ? verb.Index + verb.Length : 0;
        var end = text.TrimEnd('.', ' ', '\n').Length;
        return (offset + Math.Min(start, Math.Max(end - 1, 0)), offset + end);
    }

    private static void AddSteps(EnumerationWriter writer, int from, int start)
    {
        var sentences = writer.Sentences;
        List<(int Start, int End)> items = [(start, Trimmed(sentences, from))];
        for (var (i, last) = (from + 1, from); i < sentences.Spans.Count && i <= last + 4; i++)
        {
            if (StepOf(sentences, i) is { } step && (step.Ordinal == items.Count || step.Ordinal == MostItems))
            {
                items.Add((step.Start, Trimmed(sentences, i)));
                last = i;
            }
        }

        // What they are told for stands in the sentence before, or nowhere.
        var lead = sentences.Spans[from > 0 ? from - 1 : from];
        writer.Add(lead.Start, Trimmed(sentences, from > 0 ? from - 1 : from), sentences.Text[lead.Start..lead.End], items, stated: null);
    }

    private static int Trimmed(SentenceSpans sentences, int index)
    {
        var span = sentences.Spans[index];
        return span.Start + Math.Max(1, sentences.Text.AsSpan(span.Start, span.Length).TrimEnd(".: \n").Length);
    }

    /// <summary>"Second, ...": its number from 0, that of "Finally" is one more than all; where the item starts. Null for another sentence.</summary>
    private static (int Ordinal, int Start)? StepOf(SentenceSpans sentences, int index)
    {
        var span = sentences.Spans[index];
        if (Step.Match(sentences.Text, span.Start, span.Length) is not { Success: true } match || match.Length >= span.Length)
        {
            return null;
        }

        var word = match.Groups["ordinal"].Value.ToLowerInvariant();
        var number = OrdinalNumber.OfWord(word.EndsWith(Adverb, StringComparison.Ordinal) ? word[..^Adverb.Length] : word);
        return (number > 0 ? number - 1 : MostItems, match.Index + match.Length);
    }
}
