using ForumQA.Answering.Prompts;
using ForumQA.Models.Chat;

namespace ForumQA.Answering.Generation;

/// <summary>Has a language model write the answer from the passages it is given, and lets stand only what they support.</summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="translator">Puts the answer into the asker's language.</param>
/// <param name="options">What becomes of unsupported sentences.</param>
internal sealed class GenerativeComposer(IPromptRunner runner, PromptLibrary prompts, AnswerTranslator translator, GenerationOptions options)
{
    /// <summary>What a model is called when neither its service nor its client tells.</summary>
    private const string UnnamedModel = "unnamed";

    /// <summary>Composes an answer.</summary>
    /// <param name="prepared">What the index gives.</param>
    /// <param name="context">What the model is given, at least one passage.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="use">Where the model's cost is added.</param>
    /// <param name="emit">Takes the updates, all but the first and the last.</param>
    /// <param name="cancellationToken">Stops the request to the model.</param>
    /// <exception cref="ChatException">The model failed and <see cref="AnswerRequest.Mode"/> is <see cref="AnswerMode.Generative"/>.</exception>
    public async Task<Answer> ComposeAsync(
        PreparedAnswer prepared, AnswerContext context, AnswerRequest request, ModelUse use, Action<AnswerUpdate> emit, CancellationToken cancellationToken)
    {
        var language = translator.FindLanguage(request.Question, context.Passages);
        var draft = new ModelDraft(context.Passages, options.Unsupported, emit, holdSentences: language is not null);
        var failure = await WriteAsync(draft, context, use, cancellationToken).ConfigureAwait(false);
        if (failure is not null && !draft.HasSupport)
        {
            return request.Mode == AnswerMode.Generative ? throw failure : FallBack(prepared, draft, failure, emit);
        }

        var verdict = new DraftVerdict(prepared, draft, failure);
        var notes = verdict.Notes.ToList();
        var sentences = verdict.Sentences;
        if (language is not null && sentences.Count > 0)
        {
            (sentences, var note) = await translator.TranslateAsync(sentences, language, use, cancellationToken).ConfigureAwait(false);
            notes.AddRange(note is null ? [] : [note]);
            for (var i = 0; i < sentences.Count; i++)
            {
                emit(new SentenceVerified(i, sentences[i]));
            }
        }

        return prepared.Extractive with
        {
            Status = verdict.Status,
            Lead = null,
            Abstention = verdict.Abstention,
            Sentences = sentences,
            Notes = notes,
            Model = use.Model ?? UnnamedModel,
            PromptHash = prompts.Answer.Hash,
            Usage = use.Tokens,
        };
    }

    /// <summary>The documents' own sentences in place of a model's answer that failed.</summary>
    public static Answer FallBack(PreparedAnswer prepared, ModelDraft? draft, ChatException failure, Action<AnswerUpdate> emit)
    {
        var note = new AnswerNote("model-unavailable", $"The language model could not answer, so the documents' own sentences stand for it. {failure.Message}");
        if (draft?.HasEmitted == true)
        {
            emit(new AnswerRestarted(note));
        }

        return Quote(prepared.Extractive, emit) with { Notes = [note] };
    }

    /// <summary>The documents' own sentences.</summary>
    public static Answer Quote(Answer extractive, Action<AnswerUpdate> emit)
    {
        ArgumentNullException.ThrowIfNull(extractive);
        if (extractive.Lead is { } lead)
        {
            emit(new LeadWritten(lead));
        }

        for (var i = 0; i < extractive.Sentences.Count; i++)
        {
            emit(new SentenceVerified(i, extractive.Sentences[i]));
        }

        return extractive;
    }

    /// <returns>The failure that ended the answer early; null when it came to its end.</returns>
    private async Task<ChatException?> WriteAsync(ModelDraft draft, AnswerContext context, ModelUse use, CancellationToken cancellationToken)
    {
        try
        {
            var cut = false;
            await foreach (var update in runner.RunAsync(prompts.Answer, context.Variables, use.Asked, cancellationToken).ConfigureAwait(false))
            {
                use.Add(update);
                draft.Append(update.Text);
                cut |= update.FinishReason == Microsoft.Extensions.AI.ChatFinishReason.Length;
                if (draft.SaysNotInDocuments || draft.IsLooping)
                {
                    break;
                }
            }

            // What a model had no room to finish, or repeats, is no sentence.
            if (!cut && !draft.IsLooping)
            {
                draft.Complete();
            }

            return cut ? ChatException.CutOff()
                : draft.IsLooping ? ChatException.Looping()
                : draft.IsEmpty && !draft.SaysNotInDocuments ? ChatException.Empty()
                : null;
        }
        catch (ChatException e)
        {
            return e;
        }
    }
}
