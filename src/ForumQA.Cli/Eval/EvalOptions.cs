using System.CommandLine;

namespace ForumQA.Cli.Eval;

/// <summary>Options that several eval commands take.</summary>
internal static class EvalOptions
{
    public static Option<int> Parallel()
    {
        var parallel = new Option<int>("--parallel")
        {
            Description = "Questions asked at a time. Default: one for each processor; 1 measures times best",
            HelpName = "number",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--parallel takes a whole number from 1.");
            }
        });
        return parallel;
    }
}
