using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Whom and what a question names, and where it therefore has to be looked.</summary>
internal sealed record QuestionScope
{
    /// <summary>People named, in the order of the question; two of one name are both here.</summary>
    public IReadOnlyList<MentionedName> People { get; init; } = [];

    /// <summary>Organisations named, in the order of the question.</summary>
    public IReadOnlyList<MentionedName> Organizations { get; init; } = [];

    /// <summary>Events named, in the order of the question.</summary>
    public IReadOnlyList<MentionedName> Events { get; init; } = [];

    /// <summary>Ids of the documents that the question names by title or file, or that are about the events it names; empty when it names none.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>A numbered event that is asked for although the documents know only others of its series, such as an 18th forum.</summary>
    public UnknownEvent? Unknown { get; init; }

    /// <summary>The folded words that name all these, and are therefore no part of the subject.</summary>
    public IReadOnlySet<string> Words { get; init; } = new HashSet<string>();
}

/// <summary>A numbered event that no document knows.</summary>
/// <param name="Number">As asked, such as "18th".</param>
/// <param name="Series">What its kin are called, such as "Beijing-Tokyo Forum".</param>
/// <param name="Known">Those of the series that the documents know.</param>
internal sealed record UnknownEvent(string Number, string Series, IReadOnlyList<Text.Mentions.MentionedName> Known);
