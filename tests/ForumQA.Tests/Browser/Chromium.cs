namespace ForumQA.Tests.Browser;

/// <summary>What the browser tests need on the machine: Debian's Chromium.</summary>
internal static class Chromium
{
    /// <summary>The browser; null when there is none.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("FORUMQA_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>The folder for screenshots, relative to the repository; null when none are wanted.</summary>
    public static string? Screenshots { get; } =
        Environment.GetEnvironmentVariable("FORUMQA_SCREENSHOTS") is { Length: > 0 } folder ? System.IO.Path.Combine(Repository.Path(), folder) : null;

    public static string? WhyNot => Path is null ? "Chromium is not installed. Run: apt-get install chromium, or name a browser in FORUMQA_CHROMIUM." : null;
}

/// <summary>A test in a browser, skipped on machines without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}

/// <summary>Runs of a test in a browser, skipped on machines without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyNot;
}

/// <summary>Takes the screenshots of the documentation, when <c>FORUMQA_SCREENSHOTS</c> names the folder for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute() =>
        Skip = Chromium.WhyNot ?? (Chromium.Screenshots is null ? "No screenshots are wanted. Name a folder in FORUMQA_SCREENSHOTS." : null);
}
