using System.CommandLine;
using System.CommandLine.Parsing;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Hosting.Json;
using ForumQA.Text.Mentions;

namespace ForumQA.Cli.Mentions;

/// <summary><c>forumqa mentions</c>: who and what the documents mention, and where.</summary>
internal static class MentionsCommand
{
    private const int DefaultLimit = 100;

    public static Command Create(CommandRunner runner)
    {
        var name = new Argument<string[]>("name") { Description = "Words of a name, or a kind such as people or events; without, all names", Arity = ArgumentArity.ZeroOrMore };
        var kind = new Option<MentionKind?>("--kind") { Description = $"Only names of this kind: {KindNames.All}", HelpName = "kind", CustomParser = ReadKind };
        var document = new Option<string?>("--document") { Description = "Only names in this document, by its path in the corpus", HelpName = "path" };
        var command = new Command("mentions", "List who and what the documents mention; with a name, every sentence it stands in") { name, kind, document };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, token) => RunAsync(shell, Read(string.Join(' ', result.GetValue(name) ?? []), result.GetValue(kind), result.GetValue(document)), token), cancellationToken));
        return command;
    }

    private static MentionQuery Read(string words, MentionKind? kind, string? document) => new()
    {
        Name = words.Trim().Length == 0 || (kind is null && KindNames.Find(words) is not null) ? null : words,
        Kind = kind ?? KindNames.Find(words),
        Document = document,
        Limit = DefaultLimit,
    };

    private static MentionKind? ReadKind(ArgumentResult result)
    {
        if (KindNames.Find(result.Tokens[0].Value) is { } kind)
        {
            return kind;
        }

        result.AddError($"--kind takes one of {KindNames.All}.");
        return null;
    }

    private static async Task<int> RunAsync(Shell shell, MentionQuery query, CancellationToken cancellationToken)
    {
        await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false);
        using var store = shell.Synchronizer.Index.OpenExisting();
        var found = MentionsJson.Find(store, query);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, found);
        }
        else
        {
            MentionPrinter.Print(shell.Screen, found, query);
        }

        return ExitCode.Done;
    }
}
