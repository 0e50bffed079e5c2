using ForumQA.Answering.Prompts;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering.Generation;

/// <summary>Checks the prompt files of <see cref="GenerationOptions.Prompts"/> with the other options at the start. Those that are built in are checked by our tests; reading them would only slow the start.</summary>
internal sealed class PromptFolderValidation : IValidateOptions<GenerationOptions>
{
    public ValidateOptionsResult Validate(string? name, GenerationOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Prompts))
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            _ = new PromptLibrary(options.Prompts);
            return ValidateOptionsResult.Success;
        }
        catch (PromptException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
