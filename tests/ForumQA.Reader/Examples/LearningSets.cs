using ForumQA.Benchmarks.Answers;

using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Reader.Examples;

/// <summary>What is learned from, by half: the articles of squad2-half that the other half's figures are measured on are left out, in XQuAD too.</summary>
/// <param name="half">Learned from.</param>
internal sealed class LearningSets(Half half)
{
    private const int TablesOneIn = 8;

    private static readonly string[] SelectedSentences = ["selqa-ass-dev.json", "selqa-ass-test.json"];

    public static LearningSets First { get; } = new(Half.First);

    public static LearningSets Both { get; } = new(Half.Both);

    /// <summary>The files that are learned from.</summary>
    public static IReadOnlyList<string> Files(string data, string more) =>
    [
        Path.Combine(data, "squad2-half", "dev.json"), Path.Combine(data, "xquad", "xquad.en.json"),
        Path.Combine(more, "new_wiki_v1.0.json"), .. SelectedSentences.Select(name => Path.Combine(more, name)),
    ];

    /// <summary>The sets, and how often each is read in a round.</summary>
    /// <param name="data">The folder of the benchmarks.</param>
    /// <param name="more">The folder of the sets that only the reader learns from.</param>
    public IReadOnlyList<(IReadOnlyList<ReadParagraph> Paragraphs, int Times)> Read(string data, string more)
    {
        var own = ReadingSets.ReadSquad(Path.Combine(data, "squad2-half", "dev.json"));
        var squad = own.Where(paragraph => half.Has(paragraph.Article)).ToList();
        var known = own.Select(paragraph => paragraph.Article).ToHashSet(StringComparer.Ordinal);
        var xquad = ReadingSets.ReadSquad(Path.Combine(data, "xquad", "xquad.en.json")).Where(paragraph => half.MayLearnXquad(paragraph.Article) && !known.Contains(paragraph.Article)).ToList();
        var wiki = ReadingSets.ReadSquad(Path.Combine(more, "new_wiki_v1.0.json")).Where(paragraph => !known.Contains(paragraph.Article)).ToList();
        var selqa = SelectedSentences.SelectMany(name => ReadingSets.ReadSelQa(Path.Combine(more, name))).ToList();
        return [(squad, 4), (wiki, 1), (selqa, 1), (xquad, 1), (Tables.Of([.. squad, .. wiki], TablesOneIn), 1)];
    }

    public IReadOnlyList<ReadParagraph> ReadHeldOut(string data) =>
        [.. ReadingSets.ReadSquad(Path.Combine(data, "squad2-half", "dev.json")).Where(paragraph => half == Half.Both || !half.Has(paragraph.Article))];

    public static IReadOnlyDictionary<string, string> ReadAntonyms()
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = typeof(Retrieval.Retriever).Assembly.GetManifestResourceStream("ForumQA.Answering.antonyms.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var one, var other])
            {
                pairs.TryAdd(one, other);
                pairs.TryAdd(other, one);
            }
        }

        return pairs;
    }
}
