using System.Text;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>Something that reads what others wrote.</summary>
/// <param name="Name">Such as <c>html</c>.</param>
/// <param name="Seeds">Inputs to begin with.</param>
/// <param name="Tokens">What means something to it.</param>
/// <param name="Read">Reads an input. What it throws is a finding: an expected refusal is not thrown.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, IReadOnlyList<byte[]> Tokens, Func<byte[], Task> Read)
{
    public static FuzzTarget OfText(string name, IEnumerable<string> seeds, IEnumerable<string> tokens, Func<string, Task> read) =>
        new(name, Bytes(seeds), Bytes(tokens), bytes => read(Encoding.UTF8.GetString(bytes)));

    public static IReadOnlyList<byte[]> Bytes(IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Lets the refusals be that are meant for users.</summary>
    public static async Task RefusableAsync(Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (ForumQAException e) when (e.Message.Length > 0)
        {
            // What a reader says of a file it cannot read.
        }
    }
}
