using System.Text.RegularExpressions;
using ForumQA.Text;

namespace ForumQA.Ingestion;

/// <summary>Finds the line in which a text names where it was taken from: "SOURCE: Science and Technology Daily".</summary>
internal static class SourceCredit
{
    private static readonly Regex Credit = new(
        $@"^\(?{WordPattern.AnyIn("label of a source")}\s*[:：]\s*(?<name>[^.。]{{2,100}}?)\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static string? Find(IReadOnlyList<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            foreach (var line in blocks[i].Text.Split('\n'))
            {
                if (Credit.Match(line) is { Success: true } credit)
                {
                    return credit.Groups["name"].Value;
                }
            }
        }

        return null;
    }
}
