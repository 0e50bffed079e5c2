using System.Text.RegularExpressions;

namespace ForumQA.Tests.Text;

/// <summary>Words of a language stand in text resources, where whoever adds a language finds them: no rule keeps a list of its own in code.</summary>
public sealed partial class WordListsInCodeTests
{
    /// <summary>Fewer words beside each other are a rule, not a list.</summary>
    private const int Fewest = 4;

    /// <summary>Lists that are no words of a language or no list of the library's own, by their first words, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["ar de en es"] = "languages, by the names of their files",
        ["people organizations events places"] = "names of lists in question-forms.txt",
        ["summary comparison list count"] = "names of lists in question-forms.txt",
        ["en negation exception negating verb"] = "names of lists in Text/Lexicon",
        ["extent all extent only extent always extent most"] = "names of lists in Text/Lexicon",
        ["context length context size context window maximum context"] = "what services write in their errors",
        ["number title heading text"] = "variables of a prompt template",
        ["think thinking thought reasoning"] = "tags of models' output",
        ["CON PRN AUX NUL"] = "file names that Windows keeps for devices",
        ["a abbr acronym b"] = "elements of HTML",
        ["title script style textarea"] = "elements of HTML",
        ["table ul ol dl"] = "elements of HTML",
        ["table thead tbody tfoot"] = "elements of HTML",
        ["area base body br"] = "elements of HTML",
        ["banner notice consent bar"] = "class names of web pages",
        ["consent gdpr share sharing"] = "class names of web pages",
        ["buttons newsletter subscribe subscription"] = "class names of web pages",
        ["recommended recommendations comments disqus"] = "class names of web pages",
        ["navbar navigation menu toolbar"] = "class names of web pages",
        ["وال بال كال فال"] = "affixes of a stemmer's definition",
        ["ها ان ات ون"] = "affixes of a stemmer's definition",
        ["иями ями ами иях"] = "affixes of a stemmer's definition",
        ["овались овалась овалось ироваться"] = "affixes of a stemmer's definition",
        ["ement ance ence able"] = "affixes of a stemmer's definition",
        ["EUR USD CHF GBP"] = "symbols of units",
        ["km kg cm mm"] = "symbols of units",
    };

    [Fact]
    public void Every_list_of_words_stands_in_a_text_resource()
    {
        var found = Directory.EnumerateFiles(Repository.Path("src", "ForumQA"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Path("src", "ForumQA"), file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .SelectMany(file => ListsOf(File.ReadAllText(file)).Select(words => (File: Path.GetFileName(file), Words: words)))
            .ToList();

        Assert.Equal(
            [], found.Where(list => !Allowed.ContainsKey(BeginningOf(list.Words)))
                .Select(list => $"{list.File} has a list of words, '{string.Join(' ', list.Words)}': move it to src/ForumQA/Text/Lexicon/en.txt and read it with Lexicon.Of or WordPattern.AnyIn."));
        Assert.Equal([], Allowed.Keys.Except(found.Select(list => BeginningOf(list.Words))).Select(words => $"'{words}' stands in no file any more: take it from the list of this test."));
    }

    [Theory]
    [InlineData("""string[] days = ["one", "two", "three", "four"];""", "one two three four")]
    [InlineData("""if (word is "one" or "two" or "three" or "four")""", "one two three four")]
    [InlineData("""[GeneratedRegex(@"\s(?:one|two|threes?|four)\s")]""", "one two threes four")]
    [InlineData("""var words = "one two three four".Split(' ');""", "one two three four")]
    [InlineData("""string[] days = ["one", "two", "three"];""", null)]
    [InlineData("""string[] marks = ["(", ")", "one", "[", "]"];""", null)]
    [InlineData("""// Such as "one", "two", "three", "four".""", null)]
    public void A_list_of_words_is_told_from_other_code(string code, string? expected) =>
        Assert.Equal(expected, ListsOf(code).Select(words => string.Join(' ', words)).SingleOrDefault());

    private static IEnumerable<IReadOnlyList<string>> ListsOf(string code)
    {
        code = string.Join('\n', code.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return Literals().Matches(code).Select(list => Words(list.Groups["word"].Captures.Select(word => word.Value)))
            .Concat(Alternatives().Matches(code).Select(list => Words(list.Value.Split('|'))))
            .Concat(Parted().Matches(code).Select(list => Words(list.Groups["words"].Value.Split(' '))))
            .Where(words => words.Count >= Fewest);

        static List<string> Words(IEnumerable<string> candidates) => [.. candidates.Select(word => word.TrimEnd('?')).Where(word => Word().IsMatch(word))];
    }

    private static string BeginningOf(IReadOnlyList<string> words) => string.Join(' ', words.Take(Fewest));

    [GeneratedRegex("""
        "(?<word>(?:[^"\\\n]|\\.)*)"(?:\s*(?:,|\bor\b)\s*"(?<word>(?:[^"\\\n]|\\.)*)"){3,}
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literals();

    [GeneratedRegex(@"(?<![\w\\])\p{L}{2,}\??(?:\|\p{L}{2,}\??){3,}")]
    private static partial Regex Alternatives();

    [GeneratedRegex("""
        "(?<words>[^"\n]*)"\s*\.Split\(
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Parted();

    [GeneratedRegex(@"^\p{L}[\p{L} '’-]*$")]
    private static partial Regex Word();
}
