using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ForumQA.Cli.Answers;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Hosting.Json;
using ForumQA.Retrieval;

namespace ForumQA.Cli.Search;

/// <summary><c>forumqa search</c>: the passages nearest to a query.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 10;

    private const int ExcerptLength = 240;

    public static Command Create(CommandRunner runner)
    {
        var query = new Argument<string[]>("query") { Description = "What to search for", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit")
        {
            Description = "Most passages to list",
            HelpName = "number",
            DefaultValueFactory = _ => DefaultLimit,
            CustomParser = ReadLimit,
        };
        var filter = new FilterOptions();
        var command = new Command("search", "List the passages nearest to a query") { query, limit };
        filter.AddTo(command);
        command.Validators.Add(result => Words.Require(result, query));
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result, (shell, token) => RunAsync(shell, Words.Join(result, query), filter.Read(result), result.GetValue(limit), token), cancellationToken));
        return command;
    }

    private static int ReadLimit(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is > 0 and <= RetrievalOptions.HighestLimit)
        {
            return limit;
        }

        result.AddError($"--limit takes a whole number from 1 to {RetrievalOptions.HighestLimit}.");
        return DefaultLimit;
    }

    private static async Task<int> RunAsync(Shell shell, string query, CorpusFilter? filter, int limit, CancellationToken cancellationToken)
    {
        await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false);
        var results = await shell.Get<Retriever>().RetrieveAsync(query, filter, limit, cancellationToken).ConfigureAwait(false);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, SearchJson.From(query, results));
        }
        else
        {
            Print(shell.Screen, results);
        }

        return ExitCode.Done;
    }

    private static void Print(Screen screen, IReadOnlyList<Evidence> results)
    {
        if (results.Count == 0)
        {
            screen.WriteLine("Nothing found.", Ink.Warning);
        }

        for (var i = 0; i < results.Count; i++)
        {
            PassagePrinter.Print(screen, i + 1, results[i], ExcerptLength, results[i].Score);
        }

        screen.Flush();
    }
}
