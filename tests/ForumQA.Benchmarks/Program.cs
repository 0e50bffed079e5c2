using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Mentions;
using ForumQA.Benchmarks.Models;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Benchmarks.Support;

const string Usage = """
    Usage: dotnet run -c Release --project tests/ForumQA.Benchmarks -- COMMAND --data FOLDER
      retrieval        how well passages are found, against what was asked for
      learn-passages   learns the weights of src/ForumQA/Retrieval/passage-ranker.tsv
      answers          how well sentences are ranked and unanswerable questions refused
      languages        how often the language of a text is told
      mentions         what reading who and what is mentioned costs
      model            serves a scripted model: --script FILE [--port 8089]; needs no --data
      learn            learns the models that ship; --to src/ForumQA says where they go
      support          how well support is judged and citations are mended
      learn-support    learns the model of the support judge; --to src/ForumQA says where it goes
    """;

return args.FirstOrDefault() switch
{
    "retrieval" when Option("--data") is { } data => RetrievalCommand.Measure(data),
    "learn-passages" when Option("--data") is { } data => RetrievalCommand.Learn(data),
    "answers" when Option("--data") is { } data => AnswersCommand.Measure(data, Option("--only")),
    "languages" when Option("--data") is { } data => LanguagesCommand.Measure(data),
    "learn" when Option("--data") is { } data => AnswersCommand.Learn(data, Option("--to") ?? Path.Combine("src", "ForumQA")),
    "mentions" when Option("--data") is { } data => MentionsCommand.Measure(data),
    "model" when Option("--script") is { } script => ModelCommand.Serve(script, Option("--port")),
    "support" when Option("--data") is { } data => SupportCommand.Measure(data),
    "learn-support" when Option("--data") is { } data => SupportCommand.Learn(data, Option("--to") ?? Path.Combine("src", "ForumQA")),
    _ => Fail(),
};

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Fail()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
