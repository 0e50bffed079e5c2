using ForumQA.Answering;

namespace ForumQA.Evaluation.Running;

/// <summary>What answers questions: the product's pipeline, or a stand-in for it in tests.</summary>
/// <param name="request">The question.</param>
/// <param name="cancellationToken">Stops answering.</param>
public delegate IAsyncEnumerable<AnswerUpdate> AnswerSource(AnswerRequest request, CancellationToken cancellationToken);
