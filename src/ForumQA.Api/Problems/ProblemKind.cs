using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Storage;

namespace ForumQA.Api.Problems;

/// <summary>A kind of problem.</summary>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">In a few words; the same each time.</param>
internal sealed record ProblemKind(string Code, int Status, string Title)
{
    public const string BodyMalformed = "body-malformed";
    public const string FieldUnknown = "field-unknown";
    public const string FieldInvalid = "field-invalid";
    public const string QuestionEmpty = "question-empty";
    public const string QuestionTooLong = "question-too-long";
    public const string TextEmpty = "text-empty";
    public const string TextTooLong = "text-too-long";
    public const string KeyMissing = "key-missing";
    public const string KeyInvalid = "key-invalid";
    public const string ScopeMissing = "scope-missing";
    public const string KeyBound = "key-bound";
    public const string HostRefused = "host-refused";
    public const string OriginRefused = "origin-refused";
    public const string RouteUnknown = "route-unknown";
    public const string ModelUnknown = "model-unknown";
    public const string DocumentUnknown = "document-unknown";
    public const string AnswerUnknown = "answer-unknown";
    public const string ConversationUnknown = "conversation-unknown";
    public const string ShareUnknown = "share-unknown";
    public const string FileGone = "file-gone";
    public const string ConversationBusy = "conversation-busy";
    public const string DocumentExists = "document-exists";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string NotAcceptable = "not-acceptable";
    public const string BodyTooLarge = "body-too-large";
    public const string MediaTypeUnsupported = "media-type-unsupported";
    public const string FormatUnknown = "format-unknown";
    public const string FileNameInvalid = "file-name-invalid";
    public const string FileMissing = "file-missing";
    public const string FileUndeletable = "file-undeletable";
    public const string FileEmpty = "file-empty";
    public const string FileTooLarge = "file-too-large";
    public const string FileTooSlow = "file-too-slow";
    public const string NotText = "not-text";
    public const string RateExceeded = "rate-exceeded";
    public const string Busy = "busy";
    public const string IndexingBusy = "indexing-busy";
    public const string KeysUnreadable = "keys-unreadable";
    public const string CorpusMissing = "corpus-missing";
    public const string IndexMissing = "index-missing";
    public const string TimedOut = "timed-out";
    public const string RequestRefused = "request-refused";
    public const string Bug = "bug";

    private static readonly Dictionary<string, ProblemKind> Known = new ProblemKind[]
    {
        new(BodyMalformed, 400, "The body cannot be read"),
        new(FieldUnknown, 400, "Unknown field"),
        new(FieldInvalid, 400, "Invalid value"),
        new(QuestionEmpty, 400, "There is no question"),
        new(QuestionTooLong, 400, "The question is too long"),
        new(TextEmpty, 400, "There is no text"),
        new(TextTooLong, 400, "The text is too long"),
        new(RequestRefused, 400, "The request cannot be served"),
        new(FileMissing, 400, "There is no file"),
        new(FileNameInvalid, 400, "The file's name cannot be used"),
        new(KeyMissing, 401, "A key is needed"),
        new(KeyInvalid, 401, "The key is not valid"),
        new(ScopeMissing, 403, "The key does not allow this"),
        new(KeyBound, 403, "The key is bound to documents"),
        new(HostRefused, 403, "The service is for this machine only"),
        new(OriginRefused, 403, "The page is not allowed to do this"),
        new(RouteUnknown, 404, "No such address"),
        new(ModelUnknown, 404, "No such model"),
        new(DocumentUnknown, 404, "No such document"),
        new(AnswerUnknown, 404, "No such answer"),
        new(ConversationUnknown, 404, "No such conversation"),
        new(ShareUnknown, 404, "No such link"),
        new(FileGone, 404, "The file is gone"),
        new(MethodNotAllowed, 405, "The method is not allowed here"),
        new(NotAcceptable, 406, "No acceptable format"),
        new(ConversationBusy, 409, "The conversation is busy"),
        new(DocumentExists, 409, "The document exists"),
        new("corpus-link", 409, "The folder is a link"),
        new("corpus-not-a-folder", 409, "The corpus is a single file"),
        new("corpus-unwritable", 409, "The corpus cannot be written to"),
        new(FileUndeletable, 409, "The file cannot be deleted"),
        new(IndexingBusy, 409, "The index is being brought up to date"),
        new(BodyTooLarge, 413, "The body is too large"),
        new(FileTooLarge, 413, "The file is too large"),
        new("book-too-large", 413, "The book unpacks into too much"),
        new("sheet-too-large", 413, "The spreadsheet unpacks into too much"),
        new("slides-too-large", 413, "The presentation unpacks into too much"),
        new("word-too-large", 413, "The Word file unpacks into too much"),
        new(MediaTypeUnsupported, 415, "The media type is not supported"),
        new(FormatUnknown, 415, "The file's format is not supported"),
        new(FileEmpty, 422, "The file holds no text"),
        new("book-invalid", 422, "The book cannot be read"),
        new("book-locked", 422, "The book is locked"),
        new("csv-invalid", 422, "The table cannot be read"),
        new("file-unreadable", 422, "The file cannot be read"),
        new(FileTooSlow, 422, "The file takes too long to read"),
        new("front-matter-invalid", 422, "The front matter cannot be read"),
        new("html-invalid", 422, "The HTML cannot be read"),
        new("mail-invalid", 422, "The message cannot be read"),
        new("markdown-invalid", 422, "The Markdown cannot be read"),
        new(NotText, 422, "The file is not text"),
        new("pdf-invalid", 422, "The PDF cannot be read"),
        new("pdf-protected", 422, "The PDF is protected"),
        new("pdf-too-slow", 422, "The PDF takes too long to read"),
        new("pdf-without-text", 422, "The PDF holds no text"),
        new("sheet-invalid", 422, "The spreadsheet cannot be read"),
        new("slides-invalid", 422, "The presentation cannot be read"),
        new("word-invalid", 422, "The Word file cannot be read"),
        new(RateExceeded, 429, "Too many requests"),
        new(Busy, 429, "The service is busy"),
        new("uploads-busy", 429, "The service is busy"),
        new(Bug, 500, "A bug in ForumQA"),
        new(KeysUnreadable, 503, "The service cannot read its keys"),
        new(CorpusMissing, 503, "There is no corpus"),
        new(IndexMissing, 503, "There is no index"),
        new(TimedOut, 504, "The request took too long"),
    }.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>All kinds that have a title of their own.</summary>
    public static IReadOnlyCollection<ProblemKind> All => Known.Values;

    /// <summary>The kind with a code.</summary>
    public static ProblemKind Of(string code) => Known[code];

    /// <summary>The kind of an expected failure; whatever is not the client's doing makes the service unavailable.</summary>
    public static ProblemKind Of(ForumQAException e) => Known.GetValueOrDefault(e.Code) ?? new ProblemKind(e.Code, 503, e switch
    {
        IndexException => "The index cannot be used",
        EmbeddingException => "The embedding model is unavailable",
        ChatException => "The language model is unavailable",
        _ => "The service is unavailable",
    });
}
