namespace ForumQA.PostgreSql;

/// <summary>Values as PostgreSQL takes them.</summary>
internal static class PostgreSqlValue
{
    /// <summary>Lists become arrays; in texts, what UTF-8 in PostgreSQL cannot hold (U+0000 and lone surrogates) becomes U+FFFD.</summary>
    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Of(text),
        byte[] or short[] or int[] or long[] or byte[][] => value,
        IEnumerable<long> numbers => numbers.ToArray(),
        IEnumerable<string> texts => texts.Select(Of).ToArray(),
        _ => value,
    };

    private static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        return string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? "\ufffd" : rune.ToString()));
    }
}
