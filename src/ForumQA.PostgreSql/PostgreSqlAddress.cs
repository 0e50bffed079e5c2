using System.Text.RegularExpressions;
using ForumQA.Storage;
using Npgsql;

namespace ForumQA.PostgreSql;

/// <summary>Which database, and which schema in it.</summary>
/// <param name="ConnectionString">For Npgsql, with password.</param>
/// <param name="Schema">The schema; a plain name, so that it needs no quotes.</param>
/// <param name="Name">What users are told: without password.</param>
internal sealed partial record PostgreSqlAddress(string ConnectionString, string Schema, string Name)
{
    /// <summary>PostgreSQL cuts longer names.</summary>
    private const int LongestName = 63;

    private const int DefaultPort = 5432;

    /// <summary>See <see cref="IndexOptions.VectorExtension"/>.</summary>
    public bool VectorExtension { get; init; }

    private const string RecordsSuffix = "_records";

    /// <summary>The schema beside it in which a program keeps tables of its own.</summary>
    public string RecordSchema => Shorten(Schema, LongestName - RecordsSuffix.Length) + RecordsSuffix;

    /// <summary>Statements that each connection keeps prepared: a question asks the same few dozen.</summary>
    private const int PreparedStatements = 100;

    /// <summary>Reads an address.</summary>
    /// <param name="connection"><c>postgres://user@host:5432/database?schema=papers</c>, or Npgsql's <c>Host=...;Database=...;Search Path=papers</c>.</param>
    /// <param name="schema">The schema where <paramref name="connection"/> names none; made a plain name.</param>
    /// <exception cref="IndexException">It is no address; the message does not repeat it, because it may hold a password.</exception>
    public static PostgreSqlAddress Parse(string connection, string schema)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = connection.Contains("://", StringComparison.Ordinal) ? OfUrl(connection) : new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw IndexException.NoAddress(e);
        }

        var name = string.IsNullOrWhiteSpace(builder.SearchPath) ? PlainName(schema) : builder.SearchPath.Trim();
        if (string.IsNullOrWhiteSpace(builder.Host) || !Plain().IsMatch(name) || name.Length > LongestName || name.StartsWith("pg_", StringComparison.Ordinal))
        {
            throw IndexException.NoAddress();
        }

        builder.SearchPath = name;
        builder.ApplicationName ??= "forumqa";
        builder.MaxAutoPrepare = builder.MaxAutoPrepare > 0 ? builder.MaxAutoPrepare : PreparedStatements;
        var port = builder.Port == DefaultPort ? "" : $":{builder.Port}";
        return new PostgreSqlAddress(
            builder.ConnectionString, name, $"postgres://{(builder.Username is { } user ? $"{user}@" : "")}{builder.Host}{port}/{builder.Database ?? builder.Username}?schema={name}");
    }

    private static NpgsqlConnectionStringBuilder OfUrl(string text)
    {
        var url = new Uri(text);
        var user = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = url.Host };
        Set("Port", url.IsDefaultPort || url.Port < 0 ? "" : url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set("Username", user[0]);
        Set("Password", user.Length > 1 ? user[1] : "");
        Set("Database", url.AbsolutePath.Trim('/'));
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            // What libpq calls otherwise than Npgsql, and our own word.
            var key = pair[0].ToLowerInvariant() switch
            {
                "schema" => "Search Path",
                "sslmode" => "SSL Mode",
                "sslrootcert" => "Root Certificate",
                "application_name" => "Application Name",
                "connect_timeout" => "Timeout",
                "target_session_attrs" => "Target Session Attributes",
                var other => Uri.UnescapeDataString(other),
            };
            Set(key, pair.Length > 1 ? pair[1] : "");
        }

        return builder;

        void Set(string key, string value)
        {
            if (value.Length > 0)
            {
                builder[key] = Uri.UnescapeDataString(value);
            }
        }
    }

    private static string PlainName(string text)
    {
        var letters = string.Concat(text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        letters = letters.Length == 0 || char.IsAsciiDigit(letters[0]) || letters.StartsWith("pg_", StringComparison.Ordinal) ? "_" + letters : letters;

        return Shorten(letters, LongestName);
    }

    // The end tells corpora of one name apart.
    private static string Shorten(string name, int length) => name.Length > length ? name[..(length - 9)] + name[^9..] : name;

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex Plain();
}
