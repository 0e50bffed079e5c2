using System.Globalization;

namespace ForumQA.Cli.Terminals;

/// <summary>Says how many there are of something.</summary>
internal static class Quantity
{
    /// <param name="count">How many.</param>
    /// <param name="noun">In the singular, with a regular plural.</param>
    public static string Of(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
