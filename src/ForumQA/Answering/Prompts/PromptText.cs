using System.Net;

namespace ForumQA.Answering.Prompts;

/// <summary>Makes text safe to stand in a prompt's template.</summary>
public static class PromptText
{
    /// <summary>Encodes text once, so that <c>&lt;/message&gt;</c> in it stays text: the reader of the rendered prompt decodes it once.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
