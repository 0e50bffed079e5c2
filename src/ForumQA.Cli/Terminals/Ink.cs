namespace ForumQA.Cli.Terminals;

/// <summary>What a piece of text is, which decides how a styled screen shows it.</summary>
internal enum Ink
{
    Text,
    Muted,
    Strong,
    Number,
    Quotation,
    Good,
    Warning,
    Error,
}
