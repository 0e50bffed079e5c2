namespace ForumQA.Answering.Prompts;

/// <summary>One <c>{{...}}</c> of a Handlebars template.</summary>
/// <param name="Text">What stands between the braces, trimmed.</param>
/// <param name="Line">The template's line it stands on, from 1.</param>
internal readonly record struct TemplateExpression(string Text, int Line)
{
    /// <summary>All of a template, in order, without comments.</summary>
    /// <exception cref="FormatException">Braces do not match.</exception>
    public static IEnumerable<TemplateExpression> ReadAll(string template)
    {
        var position = 0;
        while (template.IndexOf("{{", position, StringComparison.Ordinal) is >= 0 and var open)
        {
            var line = template.AsSpan(0, open).Count('\n') + 1;
            var (opening, closing) = Braces(template, open);
            var close = template.IndexOf(closing, open + opening.Length, StringComparison.Ordinal);
            if (close < 0)
            {
                throw new FormatException($"line {line} of the template opens '{opening}' and does not close it. Add '{closing}'.");
            }

            position = close + closing.Length;
            var text = template[(open + opening.Length)..close].Trim().Trim('~').Trim();
            if (!text.StartsWith('!'))
            {
                yield return new TemplateExpression(text, line);
            }
        }
    }

    private static (string Opening, string Closing) Braces(string template, int open)
    {
        var rest = template.AsSpan(open);
        return rest.StartsWith("{{{") ? ("{{{", "}}}")
            : rest.StartsWith("{{!--") ? ("{{", "--}}")
            : ("{{", "}}");
    }
}
