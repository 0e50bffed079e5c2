using System.Buffers;
using System.Text;
using System.Xml;

namespace ForumQA.Answering.Prompts;

/// <summary>Makes text safe to stand in a prompt's template.</summary>
public static class PromptText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\r");

    /// <summary>Encodes text once, so that <c>&lt;/message&gt;</c> in it stays text: the reader of the rendered prompt decodes it once.</summary>
    /// <remarks>What XML cannot carry is removed, see <see cref="Clean"/>. A carriage return is encoded, since XML reads a bare one as a line feed.</remarks>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = Clean(text);
        var first = clean.AsSpan().IndexOfAny(Special);
        if (first < 0)
        {
            return clean;
        }

        var encoded = new StringBuilder(clean.Length + 32).Append(clean, 0, first);
        foreach (var c in clean.AsSpan(first))
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                '\r' => encoded.Append("&#13;"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }

    /// <summary>Removes the characters that XML 1.0 has no way to write (section 2.2): control characters but tab and line breaks, halves of surrogate pairs, U+FFFE and U+FFFF.</summary>
    /// <remarks>Texts taken from PDF files have them, and a single one would make a whole prompt unreadable.</remarks>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = XmlConvert.IsXmlChar(text[i]) ? 1
                : i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]) ? 2
                : 0;
            if (length == 0)
            {
                clean ??= new StringBuilder(text.Length).Append(text, 0, i);
                continue;
            }

            clean?.Append(text, i, length);
            i += length - 1;
        }

        return clean?.ToString() ?? text;
    }
}
