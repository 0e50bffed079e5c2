namespace ForumQA.Cli.Json;

/// <summary>A failure, in place of what was asked for.</summary>
internal sealed record ErrorJson(ErrorDetailJson Error)
{
    public ErrorJson(string code, string message)
        : this(new ErrorDetailJson(code, message))
    {
    }
}

/// <summary>What failed.</summary>
internal sealed record ErrorDetailJson(string Code, string Message);
