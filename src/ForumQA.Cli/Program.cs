using ForumQA.Cli;
using ForumQA.Cli.Terminals;

return await ForumQACommand.InvokeAsync(args, Terminal.OfProcess());
