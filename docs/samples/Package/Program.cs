using ForumQA;

await using var qa = await ForumQACorpus.OpenAsync("papers");
var answer = await qa.AskAsync(args[0]);
Console.WriteLine(answer.Lead ?? answer.Abstention?.Reason ?? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)));
foreach (var citation in answer.Citations)
{
    Console.WriteLine($"[{citation.Number}] “{citation.Quotation}” ({citation.DocumentTitle})");
}
