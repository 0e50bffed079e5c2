using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Terminals;

return await ForumQACommand.InvokeAsync(args, Terminal.OfProcess());
