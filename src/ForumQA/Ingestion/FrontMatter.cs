using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ForumQA.Ingestion;

/// <summary>The YAML between two <c>---</c> lines at the top of a Markdown file.</summary>
internal sealed class FrontMatter
{
    private FrontMatter(Dictionary<string, string> values, string body)
    {
        Values = values;
        Body = body;
    }

    /// <summary>Scalars as they are written, lists joined by <c>, </c>; nested mappings are left out.</summary>
    public Dictionary<string, string> Values { get; }

    /// <summary>The text after the front matter.</summary>
    public string Body { get; }

    /// <exception cref="ForumQAException">The front matter is not valid YAML.</exception>
    public static FrontMatter Split(string fileName, string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var none = new FrontMatter([], lines);
        if (!lines.StartsWith("---\n", StringComparison.Ordinal))
        {
            return none;
        }

        // Without a closing mark the first line is a thematic break.
        var close = lines.IndexOf("\n---", 3, StringComparison.Ordinal);
        while (close >= 0 && close + 4 < lines.Length && lines[close + 4] != '\n')
        {
            close = lines.IndexOf("\n---", close + 4, StringComparison.Ordinal);
        }

        if (close < 0)
        {
            return none;
        }

        var values = Parse(fileName, lines[4..Math.Max(close, 4)]);
        return values is null ? none : new FrontMatter(values, lines[Math.Min(close + 5, lines.Length)..]);
    }

    /// <summary>The values; null when the text between the marks is prose between two thematic breaks.</summary>
    private static Dictionary<string, string>? Parse(string fileName, string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return [];
            }

            parser.Consume<DocumentStart>();
            if (!parser.TryConsume<MappingStart>(out _))
            {
                return null;
            }

            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                if (!values.TryAdd(key.Value, Value(parser)))
                {
                    throw new YamlException(key.Start, key.End, $"the key '{key.Value}' stands there twice");
                }
            }

            return values;
        }
        catch (YamlException e)
        {
            throw new ForumQAException(
                "front-matter-invalid",
                $"The front matter of '{fileName}' is not valid YAML at line {e.Start.Line + 1}: {e.Message.TrimEnd('.')}. "
                + "Put values that hold ': ', '#' or quotation marks in single quotation marks, or remove the lines from '---' to '---'.",
                e);
        }
        catch (InvalidOperationException e)
        {
            // YamlDotNet loses its way in flow sequences with more question marks than anybody writes.
            throw new ForumQAException(
                "front-matter-invalid", $"The front matter of '{fileName}' is not valid YAML. Correct it, or remove the lines from '---' to '---'.", e);
        }
    }

    private static string Value(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.Style is ScalarStyle.Plain && scalar.Value is "~" or "null" ? string.Empty : scalar.Value;
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return string.Empty;
        }

        var items = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var item))
            {
                items.Add(item.Value);
            }
            else
            {
                parser.SkipThisAndNestedEvents();
            }
        }

        return string.Join(", ", items);
    }
}
