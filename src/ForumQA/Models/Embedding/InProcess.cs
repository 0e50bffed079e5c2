namespace ForumQA.Models.Embedding;

/// <summary>What a generator gives as a service when it runs in this process: a text costs it milliseconds and nobody money, so that sentences get vectors too.</summary>
internal sealed class InProcess
{
    private InProcess()
    {
    }

    public static InProcess Mark { get; } = new();
}
