using System.Text;

namespace ForumQA.Evaluation.Import;

/// <summary>Reads comma-separated values (RFC 4180): fields in double quotes may hold commas, line breaks and doubled quotes.</summary>
internal static class CsvReader
{
    /// <summary>The rows with their fields; a line break at the end makes no row of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && c == ',')
            {
                EndField();
            }
            else if (!quoted && c == '\n')
            {
                EndField();
                rows.Add(row);
                row = [];
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            EndField();
            rows.Add(row);
        }

        return rows;

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
