namespace ForumQA.Answering.Conversation;

/// <summary>What kind of thing a phrase names.</summary>
internal enum PhraseKind
{
    /// <summary>None of those below.</summary>
    Other,
    Person,
    Organisation,
    Country,
    Event,
    Year,
}

/// <summary>A phrase of a text that names something.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record NamedPhrase(string Text, PhraseKind Kind, int Start, int End);
