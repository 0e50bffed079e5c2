namespace ForumQA.Tests.Ingestion;

/// <summary>A test that runs only where <c>pdftotext</c> is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (!folders.Any(f => File.Exists(Path.Combine(f, "pdftotext")) || File.Exists(Path.Combine(f, "pdftotext.exe"))))
        {
            Skip = "pdftotext is not on the PATH. Install poppler-utils to run this test.";
        }
    }
}
