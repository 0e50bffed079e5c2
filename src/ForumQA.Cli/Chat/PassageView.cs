using ForumQA.Cli.Answers;
using ForumQA.Cli.Terminals;
using ForumQA.Storage;

namespace ForumQA.Cli.Chat;

/// <summary>Shows a passage in its document, with the quotation marked.</summary>
internal sealed class PassageView(Screen screen, IndexStore store)
{
    /// <summary>How much of the document is shown on either side of the passage, in characters.</summary>
    private const int Surroundings = 300;

    public void Show(OpenablePlace place)
    {
        var document = store.Documents.Find(place.DocumentId);
        var passage = store.Passages.Find(place.PassageId);
        var quotation = place.Quotation;
        if (document is null || passage is null || quotation?.StandsIn(document.Text) == false)
        {
            screen.WriteLine("The document has changed since the answer was given. Ask again to see it as it is now.", Ink.Warning);
            return;
        }

        Place.Print(screen, document.Title, passage.Heading, passage.Page);
        screen.WriteLine(document.Uri, Ink.Muted);
        screen.WriteLine();
        var start = SurroundingText.FindStart(document.Text, Math.Min(passage.Start, quotation?.Start ?? passage.Start), Surroundings);
        var end = SurroundingText.FindEnd(document.Text, Math.Max(passage.End, quotation?.End ?? passage.End), Surroundings);
        screen.Write(start > 0 ? "… " : "", Ink.Muted);
        if (quotation is null)
        {
            WriteParts(document.Text, start, passage.Start, passage.End, end);
        }
        else
        {
            WriteQuoted(document.Text, start, quotation.Start, quotation.End, end);
        }

        screen.WriteLine(end < document.Text.Length ? " …" : "", Ink.Muted);
    }

    private void WriteParts(string text, int start, int passageStart, int passageEnd, int end)
    {
        screen.Write(text[start..passageStart], Ink.Muted);
        screen.Write(text[passageStart..passageEnd]);
        screen.Write(text[passageEnd..end], Ink.Muted);
    }

    private void WriteQuoted(string text, int start, int quotationStart, int quotationEnd, int end)
    {
        screen.Write(text[start..quotationStart]);
        screen.Write(screen.IsStyled ? "" : "»");
        screen.Write(text[quotationStart..quotationEnd], Ink.Quotation);
        screen.Write(screen.IsStyled ? "" : "«");
        screen.Write(text[quotationEnd..end]);
    }
}
