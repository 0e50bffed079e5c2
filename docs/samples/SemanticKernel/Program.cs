using ForumQA.Samples;
using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;

// FORUMQA_Chat__Endpoint=http://localhost:11434/v1 FORUMQA_Chat__Model=qwen3 dotnet run --project docs/samples/SemanticKernel -p:SemanticKernel=true
// The index is made with: forumqa index
var configuration = new ConfigurationBuilder().AddEnvironmentVariables("FORUMQA_").Build();
await Sample.RunAsync(Kernel.CreateBuilder(), configuration, Console.In, Console.Out, CancellationToken.None);
