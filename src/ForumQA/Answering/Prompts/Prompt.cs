using System.Security.Cryptography;
using System.Text;
using HandlebarsDotNet;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ForumQA.Answering.Prompts;

/// <summary>A prompt file in Semantic Kernel's format: a Handlebars template of <c>&lt;message role="..."&gt;</c> elements and the variables it takes. Safe for use by many threads.</summary>
internal sealed class Prompt
{
    private readonly PromptFile _file;
    private readonly ChatOptions _options;
    private readonly PromptTemplate _template;

    private Prompt(PromptFile file, string yaml, ChatOptions options)
    {
        _file = file;
        _options = options;
        Yaml = yaml;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml.ReplaceLineEndings("\n"))));
        _template = new PromptTemplate(file.CreateConfig(options));
    }

    /// <summary>Its <c>name</c>.</summary>
    public string Name => _file.Name!;

    /// <summary>The whole file.</summary>
    public string Yaml { get; }

    /// <summary>SHA-256 of the file with line breaks as <c>\n</c>, as 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Reads a prompt file and checks all of it that can be checked before it is used.</summary>
    /// <param name="fileName">As its user knows it, for messages.</param>
    /// <param name="yaml">The whole file.</param>
    /// <param name="contract">What ForumQA will give to it.</param>
    /// <exception cref="PromptException">The file cannot be used; the message says why and what to do.</exception>
    internal static Prompt Parse(string fileName, string yaml, PromptContract contract)
    {
        var file = PromptFile.Parse(fileName, yaml);
        var options = file.ReadOptions(fileName);
        try
        {
            PromptCheck.CheckVariables(file, contract);
            var prompt = new Prompt(file, yaml, options);
            PromptCheck.CheckMessages(prompt, contract);
            return prompt;
        }
        catch (FormatException e)
        {
            throw PromptException.Invalid(fileName, e.Message, e);
        }
        catch (HandlebarsException e)
        {
            throw PromptException.Invalid(fileName, $"its template is not valid Handlebars: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Correct it.", e);
        }
    }

    /// <summary>Its <c>default</c> execution settings, a new object each time.</summary>
    public ChatOptions CreateOptions() => _options.Clone();

    /// <summary>Renders the template and reads its messages.</summary>
    /// <param name="variables">As for <see cref="IPromptRunner.RunAsync"/>; null stands for the variable's default.</param>
    /// <exception cref="ArgumentException">A required variable is missing.</exception>
    /// <exception cref="FormatException">What is rendered is not well-formed messages, which only values that were not encoded can cause.</exception>
    public IReadOnlyList<ChatMessage> Render(IReadOnlyDictionary<string, object?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return PromptMessages.Read(_template.Render(variables));
    }

    /// <summary>The prompt as a function of a Kernel.</summary>
    /// <param name="configured">Each value that is set takes the place of the prompt's; null for none.</param>
    internal KernelFunction CreateFunction(ChatOptions? configured)
    {
        var options = CreateOptions();
        options.ModelId = configured?.ModelId;
        options.Temperature = configured?.Temperature ?? options.Temperature;
        options.TopP = configured?.TopP ?? options.TopP;
        options.MaxOutputTokens = configured?.MaxOutputTokens ?? options.MaxOutputTokens;
        options.Seed = configured?.Seed ?? options.Seed;
        return KernelFunctionFactory.CreateFromPrompt(_template, _file.CreateConfig(options));
    }
}
