using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds what is told one after the other: "five reasons ... The first reason ... is ...", "First, ... Second, ...".</summary>
internal static partial class CountedFinder
{
    /// <summary>How many sentences may stand between two items.</summary>
    private const int FurthestItem = 15;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    public static void Read(EnumerationWriter writer, IReadOnlySet<int> headings)
    {
        var sentences = writer.Sentences;
        for (var i = 0; i < sentences.Spans.Count; i++)
        {
            var span = sentences.Spans[i];
            foreach (Match match in Counted().Matches(sentences.Text[span.Start..span.End]))
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
        heading + 1 < sentences.Spans.Count && Counted().Match(sentences.Spans[heading + 1].Of(sentences.Text).ToString()) is { Success: true } match
        && string.Equals(match.Groups["noun"].Value, noun, StringComparison.OrdinalIgnoreCase);

    /// <summary>"The first reason ... is ..." and what follows it.</summary>
    private static List<(int Start, int End)> Follow(SentenceSpans sentences, int from, string plural)
    {
        var noun = plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.TrimEnd('s');
        var items = new List<(int Start, int End)>();
        for (var (i, last) = (from, from); i < sentences.Spans.Count && i < last + FurthestItem && items.Count < Ordinals.Length; i++)
        {
            var span = sentences.Spans[i];
            var text = sentences.Text[span.Start..span.End];
            if (Regex.Match(text, $@"\b{Ordinals[items.Count]}\s(?:\p{{L}}+\s)?{Regex.Escape(noun)}\b", RegexOptions.IgnoreCase) is { Success: true } match)
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
        var start = Is().Match(text, from) is { Success: true } verb && verb.Index + verb.Length < text.Length ? verb.Index + verb.Length : 0;
        var end = text.TrimEnd('.', ' ', '\n').Length;
        return (offset + Math.Min(start, Math.Max(end - 1, 0)), offset + end);
    }

    private static void AddSteps(EnumerationWriter writer, int from, int start)
    {
        var sentences = writer.Sentences;
        List<(int Start, int End)> items = [(start, Trimmed(sentences, from))];
        for (var (i, last) = (from + 1, from); i < sentences.Spans.Count && i <= last + 4; i++)
        {
            if (StepOf(sentences, i) is { } step && (step.Ordinal == items.Count || step.Ordinal == Ordinals.Length))
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
        if (Step().Match(sentences.Text, span.Start, span.Length) is not { Success: true } match || match.Length >= span.Length)
        {
            return null;
        }

        var word = match.Groups["ordinal"].Value.ToLowerInvariant();
        var ordinal = Array.FindIndex(Ordinals, candidate => word == candidate || word == candidate + "ly");
        return (ordinal >= 0 ? ordinal : Ordinals.Length, match.Index + match.Length);
    }

    [GeneratedRegex(@"\b(?<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])\s(?:\p{Ll}+\s){0,2}?(?<noun>reasons|suggestions|proposals|points|steps|ways|principles|factors|questions|conditions|goals|aims|parts|phases|stages|elements|aspects|challenges|advantages|disadvantages|benefits|measures|recommendations|rules|lessons|areas|issues|initiatives|tasks|options|types|kinds|forms|categories|priorities|risks|criteria|requirements|objectives|topics|themes|pillars|features|characteristics|arguments|examples|problems|trends|changes|decisions|motions)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:\s(?:is|was|are|were|would be|will be)(?=\s)|:)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Is();

    [GeneratedRegex(@"\G(?<ordinal>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Firstly|Secondly|Thirdly|Fourthly|Fifthly|Finally|Lastly)(?: of all)?,\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
