namespace ForumQA.Text.Mentions;

/// <summary>Who or what is mentioned at one place of a document. Offsets are UTF-16 code units of the document's text.</summary>
internal sealed record Mention
{
    /// <summary>What is mentioned.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The name as best known: "Taro Shimada" also where only "Shimada" stands.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The folded name, its words parted by blanks; the same for the same name. Two people of one name who belong to different
    /// organizations have different keys, as in "liu song (alibaba)"; so have two enumerations of one document.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>
    /// Of a person the role with its organization, in the text's words; of a definition the words that define; of an enumeration the
    /// sentence that leads it in; of an item the key of its enumeration; else null.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>Of an item its number, from 1; else null.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Of an enumeration how many items it has: as stated, else as found; else null.</summary>
    public int? Count { get; init; }

    /// <summary>The <see cref="Document.Id"/>.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Where the mention starts.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>Where the sentence starts that it stands in.</summary>
    public required int SentenceStart { get; init; }

    /// <summary>Where that sentence ends, exclusive.</summary>
    public required int SentenceEnd { get; init; }
}
