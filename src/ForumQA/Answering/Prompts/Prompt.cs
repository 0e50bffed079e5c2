namespace ForumQA.Answering.Prompts;

/// <summary>A prompt file in Semantic Kernel's format: a Handlebars template of <c>&lt;message role="..."&gt;</c> elements and the variables it takes.</summary>
public sealed class Prompt
{
    internal Prompt(string name, string yaml, string hash)
    {
        Name = name;
        Yaml = yaml;
        Hash = hash;
    }

    /// <summary>Its <c>name</c>.</summary>
    public string Name { get; }

    /// <summary>The whole file.</summary>
    public string Yaml { get; }

    /// <summary>SHA-256 of the file with line breaks as <c>\n</c>, as 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }
}
