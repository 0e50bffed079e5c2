using System.Runtime.CompilerServices;
using ForumQA.Answering;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Verification;
using Microsoft.Extensions.AI;

namespace ForumQA.Agents;

/// <summary>One answer of a model as it passes through verification. For one use.</summary>
/// <param name="verifier">Reads and proves the sentences.</param>
/// <param name="abstention">Why the documents do not answer, or may not; null when they do.</param>
/// <param name="unsupported">What becomes of sentences that nothing supports.</param>
internal sealed class VerifiedStream(StreamVerifier verifier, Abstention? abstention, UnsupportedPolicy unsupported)
{
    private bool _wrote;
    private bool _isSupported;
    private bool _isDoubtful;
    private bool _isFirst = true;

    /// <summary>Everything but text as it comes; of the text, each sentence once it is whole and verified.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> RunAsync(
        IAsyncEnumerable<ChatResponseUpdate> updates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChatResponseUpdate? last = null;
        var (calls, cut) = (false, false);
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            last = update;
            calls |= update.Contents.Any(content => content is FunctionCallContent);
            cut |= update.FinishReason == ChatFinishReason.Length;
            var hadText = update.Contents.Any(content => content is TextContent);
            update.Contents = await VerifyAsync(update.Contents, cancellationToken).ConfigureAwait(false);
            if (update.Contents.Count > 0 || update.FinishReason is not null || !hadText)
            {
                yield return update;
            }

            if (verifier.IsLooping)
            {
                break;
            }
        }

        // A sentence that the model had no room to finish, or repeats, is none.
        var rest = cut || verifier.IsLooping ? [] : Write(await verifier.CompleteAsync(cancellationToken).ConfigureAwait(false));
        if (last is not null && _wrote)
        {
            yield return End(last, rest, calls);
        }
    }

    private async Task<IList<AIContent>> VerifyAsync(IList<AIContent> contents, CancellationToken cancellationToken)
    {
        var verified = new List<AIContent>();
        foreach (var content in contents)
        {
            if (content is TextContent text)
            {
                _wrote |= text.Text.Length > 0;
                verified.AddRange(Write(await verifier.AppendAsync(text.Text, cancellationToken).ConfigureAwait(false)));
            }
            else
            {
                verified.Add(content);
            }
        }

        return verified;
    }

    private List<AIContent> Write(IReadOnlyList<AnswerSentence> sentences)
    {
        var contents = new List<AIContent>();
        foreach (var sentence in sentences)
        {
            _isSupported |= sentence.Support != Support.Unsupported;
            _isDoubtful |= sentence.Support != Support.Supported;
            if (sentence.Support != Support.Unsupported || unsupported == UnsupportedPolicy.Flag)
            {
                contents.Add(SentenceContent.Of(sentence, _isFirst));
                _isFirst = false;
            }
        }

        return contents;
    }

    private ChatResponseUpdate End(ChatResponseUpdate last, List<AIContent> rest, bool calls)
    {
        // What a model says before it calls a function is not its answer yet.
        if (!_isSupported && !calls)
        {
            rest.Add(new TextContent((_isFirst ? "" : " ") + Refusal()));
        }

        var status = !_isSupported ? AnswerStatus.NotFound
            : _isDoubtful || verifier.SaysNotInDocuments || verifier.IsLooping ? AnswerStatus.Partial
            : AnswerStatus.Answered;
        return new ChatResponseUpdate(ChatRole.Assistant, rest)
        {
            ResponseId = last.ResponseId,
            MessageId = last.MessageId,
            ConversationId = last.ConversationId,
            ModelId = last.ModelId,
            AuthorName = last.AuthorName,
            CreatedAt = last.CreatedAt,
            FinishReason = last.FinishReason,
            AdditionalProperties = calls ? null : new AdditionalPropertiesDictionary { [ForumQAChatClient.ResultProperty] = $"{status}" },
        };
    }

    private string Refusal() => abstention?.Reason
        ?? (verifier.SaysNotInDocuments ? "The documents do not answer this: the language model found no answer in them." : "The documents do not support what the language model wrote about this.");
}
