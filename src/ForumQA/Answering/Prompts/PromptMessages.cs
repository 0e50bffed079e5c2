using System.Text;
using System.Xml;
using Microsoft.Extensions.AI;

namespace ForumQA.Answering.Prompts;

/// <summary>Reads the <c>&lt;message role="..."&gt;</c> elements of a rendered prompt.</summary>
internal static class PromptMessages
{
    private const string Element = "message";

    private const string RoleAttribute = "role";

    private static readonly XmlReaderSettings Strict = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>The messages in order, their texts decoded once and trimmed, as a Kernel reads them; those without text are left out.</summary>
    /// <exception cref="FormatException">It is anything but well-formed messages.</exception>
    public static IReadOnlyList<ChatMessage> Read(string rendered)
    {
        var messages = new List<ChatMessage>();
        using var reader = XmlReader.Create(new StringReader(rendered), Strict);
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    var role = ReadRole(reader);
                    var text = ReadText(reader).Trim();
                    if (text.Length > 0)
                    {
                        messages.Add(new ChatMessage(role, text));
                    }
                }
                else if (reader.NodeType is not (XmlNodeType.Whitespace or XmlNodeType.Comment))
                {
                    throw Fail(reader, "stands outside of the messages. Put it into <message role=\"...\">...</message>");
                }
            }
        }
        catch (XmlException e)
        {
            throw new FormatException(
                $"the rendered template is not well-formed XML: {e.Message.TrimEnd('.')}. Close every <message>, and write '&lt;' and '&amp;' for '<' and '&' in the text.", e);
        }

        return messages;
    }

    private static ChatRole ReadRole(XmlReader reader)
    {
        if (reader.Name != Element || reader.AttributeCount != 1 || reader.GetAttribute(RoleAttribute) is not { } role)
        {
            throw Fail(reader, "is not a message. Write <message role=\"...\"> and nothing more, and '&lt;' for a '<' in the text");
        }

        return role is "system" or "user" or "assistant"
            ? new ChatRole(role)
            : throw Fail(reader, $"has the role '{role}'. Write system, user or assistant");
    }

    private static string ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                throw Fail(reader, "stands in a message, which may hold only text. Write '&lt;' for '<'");
            }

            text.Append(reader.Value);
        }

        return text.ToString();
    }

    private static FormatException Fail(XmlReader reader, string problem)
    {
        var what = reader.NodeType == XmlNodeType.Element ? $"<{reader.Name}>" : reader.NodeType == XmlNodeType.Text ? "text" : reader.NodeType.ToString();
        return new FormatException($"{what} in line {((IXmlLineInfo)reader).LineNumber} of the rendered template {problem}.");
    }
}
