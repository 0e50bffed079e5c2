using System.CommandLine;
using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Answering.Bundles;
using ForumQA.Cli.Answers;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Indexing;
using ForumQA.Cli.Json;

namespace ForumQA.Cli.Ask;

/// <summary><c>forumqa ask</c>: one question, one answer.</summary>
internal static class AskCommand
{
    /// <summary>The kinds that can be asked for, by the names that they have in JSON.</summary>
    private static readonly Dictionary<string, QuestionKind> Kinds = Enum.GetValues<QuestionKind>()
        .Where(kind => kind != QuestionKind.Conversation)
        .ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), StringComparer.Ordinal);

    public static Command Create(CommandRunner runner)
    {
        var question = new Argument<string[]>("question") { Description = "The question", Arity = ArgumentArity.OneOrMore };
        var filter = new FilterOptions();
        var bundle = new Option<string>("--bundle")
        {
            Description = "Write the answer with its evidence to a file, for: forumqa verify",
            HelpName = "file",
        };
        var kind = new Option<string>("--kind") { Description = "The kind of answer that is wanted; by default the one that the question asks for" };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var command = new Command("ask", "Answer one question") { question, kind, bundle };
        filter.AddTo(command);
        command.Validators.Add(result => Words.Require(result, question));
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            (shell, token) => RunAsync(
                shell,
                new AnswerRequest(Words.Join(result, question))
                {
                    Filter = filter.Read(result),
                    Kind = result.GetValue(kind) is { } name ? Kinds[name] : null,
                },
                result.GetValue(bundle),
                token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, AnswerRequest request, string? bundle, CancellationToken cancellationToken)
    {
        await IndexPreparation.RunAsync(shell, cancellationToken).ConfigureAwait(false);
        var updates = shell.Get<Answerer>().AnswerAsync(request, cancellationToken);
        var answer = shell.Settings.Json
            ? await JsonOutput.WriteAnswerAsync(shell.Terminal.Output, updates, JsonLayout.Indented, cancellationToken).ConfigureAwait(false)
            : await new AnswerPrinter(shell.Screen).PrintAsync(request.Question, updates, cancellationToken).ConfigureAwait(false);
        if (bundle is not null)
        {
            await EvidenceBundles.WriteAsync(shell.Get<EvidenceBundles>().Create(answer), bundle, cancellationToken).ConfigureAwait(false);
        }

        return answer.Status == AnswerStatus.NotFound ? ExitCode.NotFound : ExitCode.Done;
    }
}
