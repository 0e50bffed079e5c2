using System.ComponentModel.DataAnnotations;

namespace ForumQA.Ingestion;

/// <summary>How documents are added to the corpus. Section <c>Uploads</c>.</summary>
internal sealed class UploadOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Uploads";

    /// <summary>The sub-folder of the corpus that takes them, with forward slashes; empty for the corpus folder itself. Default <c>uploads</c>.</summary>
    public string Folder { get; set; } = "uploads";

    /// <summary>How long reading one document may take. Default one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Folder.Length > 0 && Folder.Split('/').Any(part => part != FileNames.Sanitize(part)))
        {
            yield return new ValidationResult($"{SectionName}:{nameof(Folder)} must be a folder inside the corpus, such as 'uploads' or 'in/new', not '{Folder}'.");
        }
    }
}
