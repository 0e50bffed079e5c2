using ForumQA.Storage;
using ForumQA.Text.Mentions;

namespace ForumQA.Hosting.Json;

/// <summary>Who and what is mentioned where.</summary>
/// <param name="Total">How many names there are, listed or not.</param>
/// <param name="Names">The names, in the order of documents and text.</param>
/// <param name="Mentions">Where they stand, in the order of documents and text; empty unless a name was asked for.</param>
public sealed record MentionsJson(int Total, IReadOnlyList<MentionedNameJson> Names, IReadOnlyList<MentionJson> Mentions)
{
    private static readonly MentionKind[] Proper = [MentionKind.Person, MentionKind.Organization, MentionKind.Event, MentionKind.Place];

    /// <summary>Looks names up.</summary>
    /// <param name="store">The index.</param>
    /// <param name="query">Which names.</param>
    /// <exception cref="ForumQAException">The index has no such document.</exception>
    internal static MentionsJson Find(IndexStore store, MentionQuery query)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        using var snapshot = store.OpenSnapshot();
        if (query.Document is { } id && snapshot.Documents.FindRows([id]).Count == 0)
        {
            throw DocumentTable.Unknown(id);
        }

        var found = query.Name is { } name
            ? snapshot.Mentions.NamesLike(name).Where(one => query.Kind is null || one.Kind == query.Kind).ToList()
            : [.. (query.Kind is { } kind ? [kind] : Proper).SelectMany(snapshot.Mentions.Names)];
        if (query.Document is { } document)
        {
            found.RemoveAll(one => !one.Documents.Contains(document));
        }

        var listed = found.Take(query.Limit).ToList();
        var mentions = query.Name is null ? [] : listed
            .SelectMany(one => snapshot.Mentions.Of(one.Kind, one.Key))
            .Where(mention => query.Document is null || mention.DocumentId == query.Document)
            .Take(query.Limit)
            .ToList();
        var documents = mentions.Select(mention => mention.DocumentId).Distinct().ToDictionary(one => one, one => snapshot.Documents.Find(one)!);
        return new MentionsJson(found.Count, [.. listed.Select(MentionedNameJson.From)], [.. mentions.Select(mention => MentionJson.From(mention, documents[mention.DocumentId]))]);
    }
}

/// <summary>A place where a name stands. Offsets are UTF-16 code units of the document's text.</summary>
public sealed record MentionJson
{
    /// <summary>What is named.</summary>
    public required MentionKindJson Kind { get; init; }

    /// <summary>The name as best known.</summary>
    public required string Name { get; init; }

    /// <summary>The key of its name.</summary>
    public required string Key { get; init; }

    /// <summary>Of a person the role with its organization; of a definition the words that define; of an enumeration the sentence that leads it in; of an item the key of its enumeration.</summary>
    public string? Detail { get; init; }

    /// <summary>Of an item its number, from 1.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Of an enumeration how many items it has.</summary>
    public int? Count { get; init; }

    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Its title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>Where the mention starts.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The words of the text there.</summary>
    public required string Text { get; init; }

    /// <summary>Where the sentence starts that it stands in.</summary>
    public required int SentenceStart { get; init; }

    /// <summary>Where that sentence ends, exclusive.</summary>
    public required int SentenceEnd { get; init; }

    /// <summary>That sentence.</summary>
    public required string Sentence { get; init; }

    internal static MentionJson From(Mention mention, Document document) => new()
    {
        Kind = (MentionKindJson)mention.Kind,
        Name = mention.Name,
        Key = mention.Key,
        Detail = mention.Detail,
        Ordinal = mention.Ordinal,
        Count = mention.Count,
        DocumentId = document.Id,
        DocumentTitle = document.Title,
        Start = mention.Start,
        End = mention.End,
        Text = document.Text[mention.Start..mention.End],
        SentenceStart = mention.SentenceStart,
        SentenceEnd = mention.SentenceEnd,
        Sentence = document.Text[mention.SentenceStart..mention.SentenceEnd],
    };
}
