using System.Globalization;
using ForumQA.Answering;
using ForumQA.Tools;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Tools;

/// <summary>The tools as a model sees and calls them.</summary>
public sealed class ForumQAToolsTests : IAsyncLifetime, IDisposable
{
    private const string Harbour = "town/harbour.md";

    private readonly ToolCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public void A_model_is_shown_eight_functions_with_their_parameters()
    {
        var shown = _corpus.Functions.Select(function => $"{function.Name}\n{function.JsonSchema.GetRawText()}");

        Assert.Equal(
            """
            search
            {"type":"object","properties":{"question":{"description":"What to look for: a question or key words.","type":"string"},"documents":{"description":"Ids of the documents to search, as given with earlier passages. Leave it out to search all.","type":"array","items":{"type":"string"}},"limit":{"description":"How many passages to return at most; 5 when left out.","type":"integer","minimum":1,"maximum":20}},"required":["question"]}
            answer
            {"type":"object","properties":{"question":{"description":"One question in a whole sentence that can be understood by itself: name what earlier turns were about instead of \u0027it\u0027 or \u0027he\u0027.","type":"string"},"documents":{"description":"Ids of the documents to answer from, as given with earlier passages and citations. Leave it out to ask all.","type":"array","items":{"type":"string"}}},"required":["question"]}
            read_document
            {"type":"object","properties":{"documentId":{"description":"The id of the document, as given by \u0027search\u0027 and \u0027answer\u0027.","type":"string"},"start":{"description":"Where to start: a count of characters (UTF-16 code units), as in \u0027characters START-END\u0027 of passages and citations; 0 when left out.","type":"integer","minimum":0,"maximum":2147483647},"end":{"description":"Where to end, exclusive. Leave it out to read as far as is allowed.","type":"integer","minimum":0,"maximum":2147483647}},"required":["documentId"]}
            list
            {"type":"object","properties":{"what":{"description":"What to list, in the plural, such as speakers, companies, or reasons for the lead of China.","type":"string"},"within":{"description":"Where to look: an event, a person, an organisation or the title of a document, such as the 17th forum. Leave it out to look everywhere.","type":"string"},"limit":{"description":"How many to list at most. Leave it out for all, as far as that is not too long.","type":"integer","minimum":1,"maximum":99}},"required":["what"]}
            compare
            {"type":"object","properties":{"first":{"description":"The one side: a single name or phrase, such as the 16th forum.","type":"string"},"second":{"description":"The other side: a single name or phrase, such as the 20th forum.","type":"string"},"about":{"description":"The subject to compare them on, such as data protection. Leave it out to compare their main points.","type":"string"}},"required":["first","second"]}
            summarize
            {"type":"object","properties":{"subject":{"description":"What to sum up: the title of a document, a name or a subject, such as the 20th forum.","type":"string"},"sentences":{"description":"How many sentences to give. Leave it out for as many as its length asks for, about six.","type":"integer","minimum":1,"maximum":40}},"required":["subject"]}
            find_documents
            {"type":"object","properties":{"about":{"description":"What they are to speak of: a name or a subject, such as RCEP.","type":"string"}},"required":["about"]}
            check
            {"type":"object","properties":{"text":{"description":"The text to check: whole sentences, plain or in Markdown.","type":"string"},"documents":{"description":"Ids of the documents to check against, as given with passages and citations. Leave it out for all.","type":"array","items":{"type":"string"}}},"required":["text"]}
            """,
            string.Join('\n', shown));
    }

    [Fact]
    public void Every_function_says_what_it_is_for_and_what_each_parameter_takes()
    {
        Assert.All(_corpus.Functions, function =>
        {
            Assert.InRange(function.Description.Length, 100, 500);
            Assert.Null(function.ReturnJsonSchema);
            Assert.All(
                function.JsonSchema.GetProperty("properties").EnumerateObject(),
                parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Value.GetProperty("description").GetString())));
        });
    }

    [Fact]
    public async Task An_answer_gives_status_sentences_with_markers_and_the_quotations_they_rest_on()
    {
        var text = await _corpus.CallAsync("answer", """{ "question": "Who opened the new harbour of Lindale?" }""");

        var start = _corpus.Find(Harbour).Text.IndexOf("Ada Quill", StringComparison.Ordinal);
        Assert.Equal(
            $"""
            Status: answered.

            Ada Quill opened the new harbour of Lindale on 4 May 1921. [1]

            [1] The harbour › Opening
            document town/harbour.md, characters {start}-{start + 58}, https://lindale.example/harbour
            “Ada Quill opened the new harbour of Lindale on 4 May 1921.”
            """,
            text);
    }

    [Fact]
    public async Task An_answer_that_the_documents_do_not_give_says_why_and_what_comes_nearest()
    {
        var text = await _corpus.CallAsync("answer", """{ "question": "Who won the 1998 football world cup?" }""");

        Assert.StartsWith("Status: not in the documents. ", text, StringComparison.Ordinal);
        Assert.Contains("football", text, StringComparison.Ordinal);
        Assert.DoesNotContain("“", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checked_text_gives_verdicts_what_contradicts_it_and_the_quotations()
    {
        var text = await _corpus.CallAsync("check", """{ "text": "Hello! The lighthouse of Lindale is 44 metres high. Rosa Klein built a windmill." }""");

        var start = _corpus.Find(Harbour).Text.IndexOf("The lighthouse", StringComparison.Ordinal);
        Assert.Equal(
            $"""
            Supported: 0. In part: 1. Contradicted: 1. Not found: 0.

            Contradicted: The lighthouse of Lindale is 44 metres high. The document has '42 metres', not '44 metres' [1].
            Supported in part: Rosa Klein built a windmill. [2] In no document: windmill.

            [1] The harbour › Lighthouse
            document town/harbour.md, characters {start}-{start + 44}, https://lindale.example/harbour
            “The lighthouse of Lindale is 42 metres high.”
            [2] Bakery
            document bakery.txt, characters 57-98
            “Its oven was built by Rosa Klein in 1888.”
            """,
            text);
    }

    [Fact]
    public async Task A_text_that_is_too_long_to_check_is_refused_with_its_length()
    {
        var text = await _corpus.CallAsync("check", $$"""{ "text": "{{new string('a', 20_001)}}" }""");

        Assert.StartsWith("Error: 'text' has 20001 characters; 20000 are allowed.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_gives_numbered_passages_that_stand_where_they_say()
    {
        var text = await _corpus.CallAsync("search", """{ "question": "lighthouse keeper", "limit": 2 }""");

        var passages = text.Split("\n\n[");
        Assert.Equal(2, passages.Length);
        var lines = passages[0].Split('\n', 3);
        var place = lines[1].Split(["document ", ", characters ", "-", ", "], StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("[1] The harbour", lines[0], StringComparison.Ordinal);
        Assert.Contains("Tom Birch", lines[2], StringComparison.Ordinal);
        Assert.Equal(_corpus.Find(place[0]).Text[Number(place[1])..Number(place[2])], lines[2]);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("answer")]
    public async Task A_call_keeps_to_the_documents_it_is_told(string function)
    {
        var everywhere = await _corpus.CallAsync(function, """{ "question": "Who opened the new harbour of Lindale?" }""");
        var text = await _corpus.CallAsync(function, """{ "question": "Who opened the new harbour of Lindale?", "documents": ["bakery.txt"] }""");

        Assert.Contains(Harbour, everywhere, StringComparison.Ordinal);
        Assert.DoesNotContain(Harbour, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(7, 7)]
    [InlineData(13, 60)]
    public async Task Reading_gives_exactly_the_characters_asked_for(int start, int end)
    {
        var text = await _corpus.CallAsync("read_document", $$"""{ "documentId": "{{Harbour}}", "start": {{start}}, "end": {{end}} }""");

        var head = $"The harbour\ndocument {Harbour}, characters {start}-{end}, https://lindale.example/harbour, of {_corpus.Find(Harbour).Text.Length}; ";
        Assert.StartsWith(head + $"to go on, call read_document with start {end}\n\n", text, StringComparison.Ordinal);
        Assert.Equal(_corpus.Find(Harbour).Text[start..end], text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
    }

    [Fact]
    public async Task A_long_document_is_read_to_its_end_by_doing_what_each_part_says()
    {
        var whole = _corpus.Find("long.txt").Text;
        var read = "";
        var parts = 0;
        for (var next = 0; next < whole.Length; parts++)
        {
            var text = await _corpus.CallAsync("read_document", $$"""{ "documentId": "long.txt", "start": {{next}} }""");
            var (head, body) = (text[..text.IndexOf("\n\n", StringComparison.Ordinal)], text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
            read += body;
            next = head.EndsWith("this is the end of the document", StringComparison.Ordinal) ? whole.Length : Number(head.Split(' ')[^1]);
            Assert.Equal(next, read.Length);
            Assert.False(char.IsHighSurrogate(body[^1]));
        }

        Assert.Equal(whole, read);
        Assert.InRange(parts, 2, 10);
    }

    [Theory]
    [InlineData("search", "{}", "'question' is missing")]
    [InlineData("search", """{ "question": " " }""", "'question' is empty")]
    [InlineData("answer", """{ "question": null }""", "'question' is missing")]
    [InlineData("answer", """{ "question": ["Who?"] }""", "'question' must be text")]
    [InlineData("search", """{ "question": "harbour", "limit": 0 }""", "'limit' must be from 1 to 20")]
    [InlineData("search", """{ "question": "harbour", "limit": "many" }""", "'limit' must be a whole number")]
    [InlineData("search", """{ "question": "harbour", "limit": 1e99 }""", "'limit' must be a whole number")]
    [InlineData("search", """{ "question": "harbour", "documents": [1] }""", "'documents' must be a list of texts")]
    [InlineData("search", """{ "question": "harbour", "documents": ["harbor.md"] }""", "'town/harbour.md' (The harbour)")]
    [InlineData("answer", """{ "question": "Who?", "documents": ["The Harbour"] }""", "'town/harbour.md' (The harbour)")]
    [InlineData("list", "{}", "'what' is missing")]
    [InlineData("list", """{ "what": " " }""", "'what' is empty. Pass what the user wants to know of, in a few words")]
    [InlineData("list", """{ "what": "docks", "limit": 100 }""", "'limit' must be from 1 to 99")]
    [InlineData("compare", """{ "first": "the harbour" }""", "'second' is missing")]
    [InlineData("compare", """{ "first": "", "second": "the bakery" }""", "'first' is empty")]
    [InlineData("compare", """{ "first": "the bakery", "second": "" }""", "'second' is empty")]
    [InlineData("summarize", """{ "subject": "" }""", "'subject' is empty")]
    [InlineData("summarize", """{ "subject": "the harbour", "sentences": 0 }""", "'sentences' must be from 1 to 40")]
    [InlineData("find_documents", """{ "about": "" }""", "'about' is empty")]
    [InlineData("check", """{ "text": "" }""", "'text' is empty. Pass the sentences to check")]
    [InlineData("check", """{ "text": "The harbour.", "documents": ["harbor.md"] }""", "'town/harbour.md' (The harbour)")]
    [InlineData("read_document", """{ "documentId": "" }""", "There is no document ''")]
    [InlineData("read_document", """{ "documentId": "town" }""", "'town/harbour.md' (The harbour)")]
    [InlineData("read_document", """{ "documentId": "bakery.txt", "start": -1 }""", "'start' must be from 0 to 98")]
    [InlineData("read_document", """{ "documentId": "bakery.txt", "start": 5, "end": 4 }""", "'end' not before it")]
    [InlineData("read_document", """{ "documentId": "bakery.txt", "start": 99 }""", "The document has 98 characters")]
    public async Task A_call_that_cannot_be_done_says_what_to_do_instead(string function, string arguments, string message)
    {
        var text = await _corpus.CallAsync(function, arguments);

        Assert.StartsWith("Error: ", text, StringComparison.Ordinal);
        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "question": "harbour", "limit": "2", "documents": "town/harbour.md" }""")]
    [InlineData("""{ "question": "harbour", "limit": 2.0, "documents": "[\"town/harbour.md\"]" }""")]
    [InlineData("""{ "question": "harbour", "limit": 2, "documents": ["town/harbour.md"], "unheardOf": true }""")]
    public async Task Arguments_that_a_model_writes_loosely_are_understood(string arguments)
    {
        var text = await _corpus.CallAsync("search", arguments);

        Assert.StartsWith("[1] The harbour", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", """{ "question": "harbour" }""")]
    [InlineData("answer", """{ "question": "Who opened the new harbour of Lindale?" }""")]
    [InlineData("read_document", """{ "documentId": "bakery.txt" }""")]
    [InlineData("list", """{ "what": "docks" }""")]
    [InlineData("compare", """{ "first": "the harbour", "second": "the bakery" }""")]
    [InlineData("summarize", """{ "subject": "the harbour" }""")]
    [InlineData("find_documents", """{ "about": "bread" }""")]
    [InlineData("check", """{ "text": "The harbour has three docks." }""")]
    public async Task Cancellation_is_passed_on(string function, string arguments)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _corpus.CallAsync(function, arguments, cancelled.Token));
    }

    [Fact]
    public async Task Without_an_index_the_functions_are_listed_and_say_how_to_make_one()
    {
        using var corpus = new ToolCorpus();

        var text = await corpus.CallAsync("search", """{ "question": "harbour" }""");

        Assert.Equal(8, corpus.Functions.Count);
        Assert.StartsWith("Error: There is no index at ", text, StringComparison.Ordinal);
        Assert.EndsWith("forumqa index", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_talk_is_told_to_be_no_answer_of_the_documents()
    {
        var text = await _corpus.CallAsync("answer", """{ "question": "thank you" }""");

        Assert.Equal("Status: conversation. Nothing was looked up; this is what ForumQA says itself.\n\nYou are welcome.", text);
    }

    [Fact]
    public async Task A_protocol_can_have_the_same_results_as_data()
    {
        var functions = ForumQATools.Create(_corpus.Services, result => result);

        var results = new List<ToolResult>();
        foreach (var (function, arguments) in functions.Zip(new AIFunctionArguments[]
        {
            new() { ["question"] = "Who opened the new harbour of Lindale?" },
            new() { ["question"] = "Who opened the new harbour of Lindale?" },
            new() { ["documentId"] = Harbour, ["end"] = 5 },
        }))
        {
            results.Add(Assert.IsType<ToolResult>(await function.InvokeAsync(arguments)));
        }

        Assert.All(results, result => Assert.False(result.Failed));
        Assert.Contains("Ada Quill", Assert.IsType<FoundPassages>(results[0].Value).Passages[0].Passage.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Answered, Assert.IsType<Answer>(results[1].Value).Status);
        Assert.Equal(_corpus.Find(Harbour).Text[..5], Assert.IsType<DocumentText>(results[2].Value).Text);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
