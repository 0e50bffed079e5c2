using ForumQA.Cli.Terminals;
using ForumQA.Storage;

namespace ForumQA.Cli.Chat;

/// <summary>Greets: what can be asked about, and how.</summary>
internal static class Welcome
{
    /// <summary>Front matter with which a document suggests a question to newcomers.</summary>
    public const string ExampleQuestion = "example_question";

    private const int MaxExamples = 2;

    public static void Print(Screen screen, IndexStore store)
    {
        var manifest = store.ReadManifest();
        screen.Write("ForumQA", Ink.Strong);
        screen.WriteLine(" answers from your documents and quotes the source of every sentence.");
        screen.WriteLine(
            $"{Quantity.Of(manifest.DocumentCount, "document")}, {Quantity.Of(manifest.PassageCount, "passage")} in {manifest.Corpus}", Ink.Muted);
        screen.WriteLine();
        var examples = store.Documents.List()
            .Select(document => document.Metadata.GetValueOrDefault(ExampleQuestion))
            .OfType<string>()
            .Take(MaxExamples)
            .ToList();
        foreach (var (example, i) in examples.Select((example, i) => (example, i)))
        {
            screen.Write(i == 0 ? "Try  " : "     ", Ink.Muted);
            screen.WriteLine(TerminalText.OneLine(example));
        }

        screen.WriteLine("/help lists the commands.", Ink.Muted);
        screen.WriteLine();
        screen.Flush();
    }
}
