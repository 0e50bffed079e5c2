using ForumQA.Client;

// Such as: dotnet run --project docs/samples/Client -- http://localhost:5080 "Who compared managing data to water control?"
if (args is not [var address, .. var words] || words.Length == 0)
{
    Console.Error.WriteLine("Give the address of the service and a question.");
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(address) };
if (Environment.GetEnvironmentVariable("FORUMQA_KEY") is { Length: > 0 } key)
{
    http.DefaultRequestHeaders.Authorization = new("Bearer", key);
}

var client = new ForumQAClient(http);
try
{
    await foreach (var step in client.AskStreamingAsync(string.Join(' ', words)))
    {
        switch (step)
        {
            case AnswerEvent.Sentence { Verified: var sentence }:
                Console.WriteLine($"{sentence.Text} [{string.Join("] [", sentence.Citations)}]");
                break;
            case AnswerEvent.Completed { Answer: { Status: AnswerStatus.NotFound, Abstention: { } why } }:
                Console.WriteLine($"Not in these documents. {why.Reason}");
                break;
            case AnswerEvent.Completed { Answer: var answer }:
                foreach (var citation in answer.Citations)
                {
                    Console.WriteLine($"[{citation.Number}] {citation.DocumentTitle}: “{citation.Quotation}”");
                }

                break;
        }
    }

    return 0;
}
catch (ForumQAProblemException e)
{
    Console.Error.WriteLine($"{e.Code}: {e.Message}");
    return 1;
}
