using System.Text.Json.Serialization;

namespace ForumQA.Client;

/// <summary>Which names to list. What is null does not narrow.</summary>
public sealed record MentionQuery
{
    /// <summary>Words of a name; then the places where it stands are told, too.</summary>
    public string? Name { get; init; }

    /// <summary>What is named; null for people, organizations, events and places, or with <see cref="Name"/> for everything.</summary>
    public MentionKind? Kind { get; init; }

    /// <summary>The id of the only document to look at.</summary>
    public string? Document { get; init; }

    /// <summary>At most so many names, and so many mentions; null for the service's own number.</summary>
    public int? Limit { get; init; }
}

/// <summary>Who and what is mentioned where.</summary>
public sealed record MentionList
{
    /// <summary>How many names there are, listed or not.</summary>
    public required int Total { get; init; }

    /// <summary>The names, in the order of documents and text.</summary>
    public required IReadOnlyList<MentionedName> Names { get; init; }

    /// <summary>Where they stand, in the order of documents and text; empty unless a name was asked for.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}

/// <summary>A name with what all documents say of it.</summary>
public sealed record MentionedName
{
    /// <summary>What it names.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The same for the same name. Two people of one name who belong to different organizations have different keys.</summary>
    public required string Key { get; init; }

    /// <summary>The name as best known.</summary>
    public required string Name { get; init; }

    /// <summary>What is said of it, each once, the most telling first.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The ids of the documents that mention it, in ordinal order.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>How often it is mentioned.</summary>
    public int Count { get; init; }

    /// <summary>Other forms of the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A place where a name stands. Offsets are UTF-16 code units of the document's text.</summary>
public sealed record Mention
{
    /// <summary>What is named.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The name as best known.</summary>
    public required string Name { get; init; }

    /// <summary>The <see cref="MentionedName.Key"/> of its name.</summary>
    public required string Key { get; init; }

    /// <summary>Of a person the role with its organization; of a definition the words that define; of an enumeration the sentence that leads it in; of an item the key of its enumeration; null otherwise.</summary>
    public string? Detail { get; init; }

    /// <summary>Of an item its number, from 1; null otherwise.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Of an enumeration how many items it has; null otherwise.</summary>
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
}

/// <summary>What is mentioned.</summary>
public enum MentionKind
{
    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>A company, an authority, a university, a newspaper, ...</summary>
    [JsonStringEnumMemberName("organization")]
    Organization,

    /// <summary>A conference, a meeting, games, ...</summary>
    [JsonStringEnumMemberName("event")]
    Event,

    /// <summary>A country, a city, a region.</summary>
    [JsonStringEnumMemberName("place")]
    Place,

    /// <summary>A day, a span of days, a month, a quarter or a year.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A number with its unit.</summary>
    [JsonStringEnumMemberName("quantity")]
    Quantity,

    /// <summary>Something that a sentence defines.</summary>
    [JsonStringEnumMemberName("definition")]
    Definition,

    /// <summary>A list, or a number of things that are told one after the other.</summary>
    [JsonStringEnumMemberName("enumeration")]
    Enumeration,

    /// <summary>One of the things that an enumeration enumerates.</summary>
    [JsonStringEnumMemberName("item")]
    Item,
}
