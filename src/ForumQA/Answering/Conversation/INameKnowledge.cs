namespace ForumQA.Answering.Conversation;

/// <summary>What is known of names besides how they are written: the seam for a table of who and what the documents mention.</summary>
internal interface INameKnowledge
{
    /// <summary>Whether the documents have a word at all.</summary>
    /// <param name="word">Folded.</param>
    bool IsWord(string word);

    /// <summary>A text with its words spelled as the documents spell their names: "toshiba" as "Toshiba".</summary>
    string Respell(string text);

    /// <summary>What a run of capitalised words names.</summary>
    PhraseKind KindOf(string name);

    /// <summary>Whether the documents speak of a name and of a subject in one breath.</summary>
    /// <param name="name">The name.</param>
    /// <param name="stems">The stems of the subject's words.</param>
    bool SpeakOf(string name, IReadOnlyCollection<string> stems);
}

/// <summary>Names known by their capital letters alone.</summary>
internal sealed class CapitalizedNames : INameKnowledge
{
    public bool IsWord(string word) => false;

    public string Respell(string text) => text;

    public PhraseKind KindOf(string name) => name.Contains(' ', StringComparison.Ordinal) ? PhraseKind.Person : PhraseKind.Organisation;

    public bool SpeakOf(string name, IReadOnlyCollection<string> stems) => true;
}
