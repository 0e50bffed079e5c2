namespace ForumQA.Text.Mentions;

/// <summary>What is mentioned.</summary>
internal enum MentionKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, an authority, a university, a newspaper, ...</summary>
    Organization,

    /// <summary>A conference, a meeting, games, ...</summary>
    Event,

    /// <summary>A country, a city, a region.</summary>
    Place,

    /// <summary>A day, a span of days, a month, a quarter or a year.</summary>
    Date,

    /// <summary>A number with its unit.</summary>
    Quantity,

    /// <summary>Something that a sentence defines.</summary>
    Definition,

    /// <summary>A list, or a number of things that are told one after the other ("five reasons").</summary>
    Enumeration,

    /// <summary>One of the things that an enumeration enumerates.</summary>
    Item,
}
