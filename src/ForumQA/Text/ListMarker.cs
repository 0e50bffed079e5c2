namespace ForumQA.Text;

/// <summary>What opens an item of a list without being part of it: "- ", "• ". A number is part of it.</summary>
internal static class ListMarker
{
    /// <summary>How many characters it takes at the start of a line; 0 when there is none.</summary>
    /// <param name="line">The line, trimmed.</param>
    public static int LengthIn(ReadOnlySpan<char> line) => line.Length > 2 && line[0] is '-' or '*' or '•' or '‣' && line[1] == ' ' && line[2] != ' ' ? 2 : 0;
}
