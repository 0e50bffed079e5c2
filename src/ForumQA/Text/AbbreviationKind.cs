namespace ForumQA.Text;

/// <summary>What an abbreviation says about the full stop after it.</summary>
internal enum AbbreviationKind
{
    /// <summary>Not an abbreviation.</summary>
    None,

    /// <summary>A name or another word follows ("Dr."): never the end of a sentence.</summary>
    BeforeName,

    /// <summary>An abbreviation only before a number ("No. 5"), else a word.</summary>
    BeforeNumber,

    /// <summary>May end a sentence ("Ltd."), and does so before a word that usually opens one.</summary>
    Anywhere,
}
