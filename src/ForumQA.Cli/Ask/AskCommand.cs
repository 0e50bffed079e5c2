using System.CommandLine;
using System.Text.Json;
using ForumQA.Answering;
using ForumQA.Answering.Bundles;
using ForumQA.Cli.Answers;
using ForumQA.Cli.CommandLine;
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
        var question = new Argument<string[]>("question") { Description = "The question; without it standard input is read", Arity = ArgumentArity.ZeroOrMore };
        var filter = new FilterOptions();
        var bundle = new Option<string>("--bundle")
        {
            Description = "Write the answer with its evidence to a file, for: forumqa verify",
            HelpName = "file",
        };
        var kind = new Option<string>("--kind") { Description = "The kind of answer that is wanted; by default the one that the question asks for" };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var model = ModelOption.Create();
        var evidence = new Option<bool>("--evidence") { Description = "With --json: print the passages that were considered, too" };
        var command = new Command("ask", "Answer one question") { question, kind, model, bundle, evidence };
        filter.AddTo(command);
        command.Validators.Add(result => Words.Require(result, question));
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            async (shell, token) => await RunAsync(
                shell,
                new AnswerRequest(await ReadQuestionAsync(shell, Words.Join(result, question), token).ConfigureAwait(false))
                {
                    Filter = filter.Read(result),
                    Model = result.GetValue(model),
                    Kind = result.GetValue(kind) is { } name ? Kinds[name] : null,
                },
                result.GetValue(bundle),
                result.GetValue(evidence),
                token).ConfigureAwait(false),
            cancellationToken));
        return command;
    }

    /// <summary>What stands on the command line, or else what is piped in.</summary>
    private static async Task<string> ReadQuestionAsync(Shell shell, string words, CancellationToken cancellationToken)
    {
        if (words.Length == 0 && !shell.Terminal.InputIsTerminal)
        {
            words = (await shell.Terminal.Input.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Trim();
        }

        return words.Length > 0
            ? words
            : throw new ForumQAException("question-missing", "There is no question. Give it after 'forumqa ask', or pipe it in: echo \"...\" | forumqa ask");
    }

    private static async Task<int> RunAsync(Shell shell, AnswerRequest request, string? bundle, bool evidence, CancellationToken cancellationToken)
    {
        await shell.Preparation.RunAsync(cancellationToken).ConfigureAwait(false);
        var updates = shell.Get<Answerer>().AnswerAsync(request, cancellationToken);
        var answer = shell.Settings.Json
            ? await JsonOutput.WriteAnswerAsync(shell.Terminal.Output, updates, JsonLayout.Indented, evidence, cancellationToken).ConfigureAwait(false)
            : await new AnswerPrinter(shell.Screen).PrintAsync(request.Question, updates, cancellationToken).ConfigureAwait(false);
        if (bundle is not null)
        {
            await EvidenceBundles.WriteAsync(shell.Get<EvidenceBundles>().Create(answer), bundle, cancellationToken).ConfigureAwait(false);
        }

        return answer.Status == AnswerStatus.NotFound ? ExitCode.NotFound : ExitCode.Done;
    }
}
