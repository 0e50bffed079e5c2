using ForumQA.Answering;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Answers;

/// <summary>Shows what an answer rests on: number, document, place and quotation of each citation.</summary>
internal sealed class SourceList(Screen screen)
{
    private const int ShortQuotation = 160;

    /// <summary>As under an answer. On a terminal, where the sentences stand right above, long quotations are cut.</summary>
    public void PrintShort(IReadOnlyList<Citation> citations)
    {
        foreach (var citation in citations)
        {
            PrintHead(citation);
            PrintQuotation(screen.IsStyled ? TerminalText.Excerpt(citation.Quotation, ShortQuotation) : TerminalText.OneLine(citation.Quotation));
        }
    }

    /// <summary>In full, with the address and the offsets of each quotation.</summary>
    public void PrintFull(IReadOnlyList<Citation> citations)
    {
        foreach (var citation in citations)
        {
            PrintHead(citation);
            PrintQuotation(TerminalText.OneLine(citation.Quotation));
            screen.Indent = Place.Indent;
            screen.WriteLine($"{citation.DocumentUri}, characters {citation.Start} to {citation.End}", Ink.Muted);
            screen.Indent = 0;
        }
    }

    private void PrintHead(Citation citation)
    {
        screen.Write($"[{citation.Number}]", Ink.Number);
        screen.Indent = Place.Indent;
        screen.Write(" ");
        Place.Print(screen, citation.DocumentTitle, citation.Heading, citation.Page);
        screen.Indent = 0;
    }

    private void PrintQuotation(string quotation)
    {
        screen.Indent = Place.Indent;
        screen.WriteLine($"“{quotation}”", Ink.Muted);
        screen.Indent = 0;
    }
}
