namespace ForumQA.Api.Requests;

/// <summary>What an endpoint allows browsers beyond what the page needs.</summary>
internal sealed record BrowserPolicy
{
    /// <summary>Makes the content security policy of a response; where it makes none, that of the page holds.</summary>
    public Func<HttpContext, string?>? Content { get; init; }

    /// <summary>Whether pages of other origins may load what comes.</summary>
    public bool ForOtherOrigins { get; init; }
}
