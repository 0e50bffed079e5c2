using ForumQA.Answering.Generation;
using Microsoft.Extensions.AI;

namespace ForumQA.Agents;

/// <summary>Verification as a step of any chat client.</summary>
public static class ForumQAChatClient
{
    /// <summary>The <see cref="AIContent.AdditionalProperties"/> of each sentence, and of the last update of a stream or of a response, under which its <see cref="Answering.Support"/> or <see cref="Answering.AnswerStatus"/> stands as a string.</summary>
    public const string ResultProperty = "forumqa";

    /// <summary>Verifies each sentence that the model writes against the documents, and adds a <see cref="CitationAnnotation"/> for each quotation that carries it.</summary>
    /// <param name="builder">Built with the services of <see cref="ForumQAServices.AddForumQA"/>: <c>builder.UseForumQA().Build(services)</c>.</param>
    /// <param name="unsupported">What becomes of a sentence that nothing supports. By default it is left out, and when nothing is left, the answer says that the documents do not tell.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Each sentence is one <see cref="TextContent"/>; the region of its annotations is the sentence without its <c>[n]</c>. Calls of functions, usage and
    /// reasoning pass unchanged. The annotation has the document's id as <see cref="CitationAnnotation.FileId"/>, the quotation as
    /// <see cref="CitationAnnotation.Snippet"/>, and its place, <c>start</c> and <c>end</c>, in its additional properties.
    /// A client registered as a service before <see cref="ForumQAServices.AddForumQA"/> would also write ForumQA's own answers, which are verified already: make this one from it instead.
    /// </remarks>
    public static ChatClientBuilder UseForumQA(this ChatClientBuilder builder, UnsupportedPolicy unsupported = UnsupportedPolicy.Drop)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => new VerifyingChatClient(inner, services, unsupported));
    }
}
