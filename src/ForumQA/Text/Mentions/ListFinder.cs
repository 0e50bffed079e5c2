using System.Text.RegularExpressions;

namespace ForumQA.Text.Mentions;

/// <summary>Finds lists with bullets or numbers, led in by a sentence or a heading.</summary>
internal static partial class ListFinder
{
    public static void Read(EnumerationWriter writer)
    {
        var text = writer.Sentences.Text;
        var items = new List<(int Start, int End)>();
        var before = (Start: 0, End: 0);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (Marker().Match(text, start, end - start) is { Success: true } marker)
            {
                items.Add((marker.Index + marker.Length, end));
            }
            else if (end > start)
            {
                Add(writer, before, items);
                before = (start, end);
            }
            else if (end + 1 < text.Length && !Marker().Match(text, end + 1, Math.Min(text.Length - end - 1, 8)).Success)
            {
                // An empty line ends a list unless it goes on behind it.
                Add(writer, before, items);
            }

            start = end + 1;
        }

        Add(writer, before, items);
    }

    private static void Add(EnumerationWriter writer, (int Start, int End) before, List<(int Start, int End)> items)
    {
        if (items.Count > 1)
        {
            var sentences = writer.Sentences;
            var lead = before;
            if (sentences.IndexAt(before.End - 1) is >= 0 and var index && before.End > 0 && sentences.Spans[index].Start >= before.Start)
            {
                // The last sentence of the paragraph before, or the heading.
                lead = (sentences.Spans[index].Start, Math.Min(sentences.Spans[index].End, before.End));
            }

            if (lead.End <= lead.Start)
            {
                lead = items[0];
            }

            var end = lead.End;
            while (end > lead.Start + 1 && sentences.Text[end - 1] is ':' or '.' or ' ')
            {
                end--;
            }

            writer.Add(lead.Start, end, sentences.Text[lead.Start..lead.End], items, stated: null);
        }

        items.Clear();
    }

    [GeneratedRegex(@"\G(?:[-*•‣–]|\d{1,3}[.)]|[a-z]\))[ ](?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
