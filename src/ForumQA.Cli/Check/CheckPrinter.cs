using ForumQA.Answering.Checking;
using ForumQA.Cli.Answers;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Check;

/// <summary>Prints each sentence of a checked text with its verdict, then the counts and the quotations.</summary>
internal sealed class CheckPrinter(Screen screen)
{
    /// <summary>As wide as the longest verdict and a blank.</summary>
    private const int VerdictWidth = 14;

    public void Print(CheckedText text)
    {
        foreach (var claim in text.Claims)
        {
            Print(claim);
        }

        screen.WriteLine();
        PrintCounts(text);
        if (text.Citations.Count > 0)
        {
            screen.WriteLine();
            new SourceList(screen).PrintFull(text.Citations);
        }

        screen.Flush();
    }

    private void Print(CheckedClaim claim)
    {
        var (name, ink) = claim.Verdict switch
        {
            ClaimVerdict.Supported => ("supported", Ink.Good),
            ClaimVerdict.Partial => ("partly", Ink.Warning),
            ClaimVerdict.Contradicted => ("contradicted", Ink.Error),
            ClaimVerdict.NotFound => ("not found", Ink.Warning),
            _ => (NameOf(claim.Kind), Ink.Muted),
        };
        screen.Write(name.PadRight(VerdictWidth), ink);
        screen.Indent = VerdictWidth;
        screen.Write(TerminalText.OneLine(claim.Text), claim.Verdict == ClaimVerdict.NothingToCheck ? Ink.Muted : Ink.Text);
        if (claim.Citations.Count > 0)
        {
            screen.Write(" ");
            screen.Write(string.Concat(claim.Citations.Select(citation => $"[{citation.Number}]")), Ink.Number);
        }

        screen.EndLine();
        foreach (var conflict in claim.Conflicts)
        {
            screen.Write(Describe(conflict), Ink.Error);
            screen.Write($" [{conflict.Citation.Number}]", Ink.Number);
            screen.EndLine();
        }

        if (claim.UnmatchedTerms.Count > 0)
        {
            screen.WriteLine($"in no document: {TerminalText.OneLine(string.Join(", ", claim.UnmatchedTerms))}", Ink.Muted);
        }

        screen.Indent = 0;
    }

    private void PrintCounts(CheckedText text)
    {
        var claims = text.Claims.Count - text.Count(ClaimVerdict.NothingToCheck);
        if (claims == 0)
        {
            screen.WriteLine("The text claims nothing that documents could say.", Ink.Warning);
            return;
        }

        screen.WriteLine(
            $"{Quantity.Of(claims, "claim")}: {text.Count(ClaimVerdict.Supported)} supported, {text.Count(ClaimVerdict.Partial)} partly, "
            + $"{text.Count(ClaimVerdict.Contradicted)} contradicted, {text.Count(ClaimVerdict.NotFound)} not found.",
            text.Count(ClaimVerdict.Contradicted) > 0 ? Ink.Error : text.Count(ClaimVerdict.Supported) == claims ? Ink.Good : Ink.Text);
    }

    private static string Describe(Conflict conflict) => conflict switch
    {
        { Claimed: { } claimed, Stated: { } stated } => $"the document has “{TerminalText.OneLine(stated)}”, not “{TerminalText.OneLine(claimed)}”",
        { Stated: { } stated } => $"the document denies it: “{TerminalText.OneLine(stated)}”",
        { Claimed: { } claimed } => $"the document says it without “{TerminalText.OneLine(claimed)}”",
        _ => "the document says the contrary",
    };

    private static string NameOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Question => "question",
        ClaimKind.Greeting => "greeting",
        ClaimKind.Opinion => "opinion",
        ClaimKind.Request => "request",
        ClaimKind.Heading => "heading",
        _ => "no claim",
    };
}
