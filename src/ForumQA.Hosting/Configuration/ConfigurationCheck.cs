using ForumQA.Models.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Hosting.Configuration;

/// <summary>Validates every options class at the start and says in the user's words what is wrong.</summary>
public static class ConfigurationCheck
{
    // What the framework's validation of data annotations puts around the message proper.
    private const string BeforeMessage = " with the error: '";
    private const string AfterMessage = "'.";

    /// <summary>Validates.</summary>
    /// <param name="services">With the options classes.</param>
    /// <exception cref="ForumQAException">The configuration is invalid; the message says where.</exception>
    public static void Run(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException e)
        {
            throw Invalid(Describe(e), e);
        }
        catch (AggregateException e)
        {
            throw Invalid(e.InnerExceptions.SelectMany(Describe), e);
        }
        catch (InvalidOperationException e)
        {
            // What the configuration binder throws for a value of the wrong type; its message names the key.
            throw Invalid(Describe(e), e);
        }
    }

    private static IEnumerable<string> Describe(Exception e) => e is OptionsValidationException invalid
        ? invalid.Failures.Select(failure => Describe(failure, SectionOf(invalid.OptionsType)))
        : [e.Message];

    private static string SectionOf(Type options) =>
        options.GetField(nameof(ChatModelOptions.SectionName))?.GetRawConstantValue() as string ?? options.Name;

    private static string Describe(string failure, string section)
    {
        var start = failure.IndexOf(BeforeMessage, StringComparison.Ordinal);
        var message = start >= 0 && failure.EndsWith(AfterMessage, StringComparison.Ordinal)
            ? failure[(start + BeforeMessage.Length)..^AfterMessage.Length]
            : failure;
        return message.Contains($"{section}:", StringComparison.Ordinal) ? message : $"{section}: {message}";
    }

    private static ForumQAException Invalid(IEnumerable<string> failures, Exception cause) => new(
        "configuration-invalid",
        $"The configuration is invalid. Correct it in {ConfigurationFiles.FileName}, the {ConfigurationFiles.EnvironmentPrefix} environment variables or the options:\n"
        + string.Join('\n', failures.Select(failure => $"  {failure}")),
        cause);
}
