using System.Text.Json;
using System.Text.Json.Serialization;
using ForumQA.Api.About;
using ForumQA.Api.Answers;
using ForumQA.Api.ChatCompletions;
using ForumQA.Api.Checks;
using ForumQA.Api.Conversations;
using ForumQA.Api.Documents;
using ForumQA.Api.Feedback;
using ForumQA.Api.Health;
using ForumQA.Api.Indexing;
using ForumQA.Api.Problems;
using ForumQA.Api.Records;
using ForumQA.Api.Responses;
using ForumQA.Api.Suggestions;
using ForumQA.Hosting.Json;

namespace ForumQA.Api;

/// <summary>Everything the service reads and writes as JSON, without reflection at run time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(GivenAnswer))]
[JsonSerializable(typeof(EvidenceEvent))]
[JsonSerializable(typeof(DeltaEvent))]
[JsonSerializable(typeof(SentenceEvent))]
[JsonSerializable(typeof(DroppedEvent))]
[JsonSerializable(typeof(RestartedEvent))]
[JsonSerializable(typeof(FeedbackBody))]
[JsonSerializable(typeof(AnswerFeedback))]
[JsonSerializable(typeof(FeedbackList))]
[JsonSerializable(typeof(SuggestionList))]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(TitleBody))]
[JsonSerializable(typeof(QuotationList))]
[JsonSerializable(typeof(ConversationSummary))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ConversationJson))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(MentionsJson))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(DocumentJson))]
[JsonSerializable(typeof(UploadResult))]
[JsonSerializable(typeof(IndexBody))]
[JsonSerializable(typeof(IndexJson))]
[JsonSerializable(typeof(IndexProgressEvent))]
[JsonSerializable(typeof(AboutJson))]
[JsonSerializable(typeof(LiveJson))]
[JsonSerializable(typeof(ReadyJson))]
[JsonSerializable(typeof(ChatBody))]
[JsonSerializable(typeof(ChatCompletionJson))]
[JsonSerializable(typeof(ChatChunkJson))]
[JsonSerializable(typeof(ChatErrorJson))]
[JsonSerializable(typeof(ResponseBody))]
[JsonSerializable(typeof(ResponseJson))]
[JsonSerializable(typeof(ResponseEventJson))]
[JsonSerializable(typeof(ModelJson))]
[JsonSerializable(typeof(ModelListJson))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJson : JsonSerializerContext;
