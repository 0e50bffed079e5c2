using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Asking;
using ForumQA.Benchmarks.Fuzzing;
using ForumQA.Benchmarks.Learning;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Benchmarks.Mentions;
using ForumQA.Benchmarks.Models;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Benchmarks.Sets;
using ForumQA.Benchmarks.Speed;
using ForumQA.Benchmarks.Support;

const string Usage = """
    Usage: dotnet run -c Release --project tests/ForumQA.Benchmarks -- COMMAND --data FOLDER
      retrieval        how well passages are found, against what was asked for; --meaning with the built-in model
      answers          how well sentences are ranked and unanswerable questions refused; --meaning with the built-in model
      languages        how often the language of a text is told
      mentions         what reading who and what is mentioned costs
      asking           what a question costs in a process that has answered others, by words and with the built-in model: --corpus FOLDER --cases FILE; needs no --data
      model            serves a scripted model: --script FILE [--port 8089]; needs no --data
      corpus           writes a corpus of any size, the same for the same seed: --to FOLDER [--passages 1000] [--per-document 20] [--from seeds] [--seed 1]
      indexing         what indexing costs beside a bare FTS5 table: [--passages 1000] [--from seeds] [--seed 1]; needs no --data
      fuzz             gives every reader inputs that nobody would write: [--inputs 10000] [--seed 1] [--only txt,html,...] [--to FOLDER] [--long BYTES] [--from seeds]; needs no --data
      fulltext         what the full-text leg costs beside the bare FTS5 query on the same file: [--passages 100000] [--from seeds] [--seed 1]; needs no --data
      engines          the index in PostgreSQL beside that in a file: --connection ADDRESS --cases FILE [--passages 1000] [--from seeds]; needs no --data
      kills            kills a process at random moments of indexing and looks what is left: [--kills 200] [--from seeds] [--seed 1]; needs no --data
      learn            learns all tables that ship and writes them to src/ForumQA, or where --to says; see docs/learning.md
      learn --sample   learns the sample's tables alone
      learn --check    learns them again and compares; without --data from the sample of tests/ForumQA.Benchmarks/Sample
      folders          how sentences are ranked and questions refused in our eval sets, learned from and unread; needs no --data
      sets             makes the folder for --data out of the public originals: --from FOLDER --to FOLDER
      other-words      how near the nearest sentence is by meaning, for questions about the corpus and others
      support          how well support is judged and citations are mended
      ablate           what each feature earns, on the half that was not learned from; --only passages|sentences|answers|support; --without A,B,C together; --meaning with the built-in model
    """;

return args.FirstOrDefault() switch
{
    "retrieval" when Option("--data") is { } data => RetrievalCommand.Measure(data, args.Contains("--meaning")),
    "answers" when Option("--data") is { } data => AnswersCommand.Measure(data, Option("--only"), args.Contains("--meaning")),
    "languages" when Option("--data") is { } data => LanguagesCommand.Measure(data),
    "corpus" when Option("--to") is { } folder => new SeededCorpus(Number("--seed", 1), Option("--from") ?? "seeds").Write(folder, Number("--passages", 1000), Number("--per-document", 20)) > 0 ? 0 : 1,
    "indexing" => await IndexingCommand.MeasureAsync(Option("--from") ?? "seeds", Number("--passages", 1000), Number("--seed", 1)),
    "fuzz" => await FuzzCommand.RunAsync(Option("--from") ?? "seeds", Number("--inputs", 10_000), Number("--seed", 1), Option("--only"), Option("--to"), Option("--replay"), Number("--long", 0)),
    "fulltext" => await FullTextCommand.MeasureAsync(Option("--from") ?? "seeds", Number("--passages", 100_000), Number("--seed", 1)),
    "engines" when (Option("--connection"), Option("--cases")) is ({ } address, { } cases) =>
        await EnginesCommand.MeasureAsync(Option("--from") ?? "seeds", Number("--passages", 1000), cases, address),
    "kills" => await KillsCommand.RunAsync(Option("--from") ?? "seeds", Number("--kills", 200), Number("--seed", 1)),
    KillsCommand.Child when Option("--index") is { } index && Option("--corpus") is { } corpus => await KillsCommand.RunChildAsync(index, corpus),
    "learn" when Option("--data") is not null || args.Contains("--check") || args.Contains("--sample") =>
        LearnCommand.Run(Option("--data"), Option("--to") ?? Path.Combine("src", "ForumQA"), args.Contains("--check")),
    "ablate" when Option("--data") is { } data => AblateCommand.Run(data, Option("--only"), Option("--without"), args.Contains("--meaning")),
    "mentions" when Option("--data") is { } data => MentionsCommand.Measure(data),
    "asking" when Option("--corpus") is { } corpus && Option("--cases") is { } cases => await AskingCommand.MeasureAsync(corpus, cases),
    "model" when Option("--script") is { } script => ModelCommand.Serve(script, Option("--port")),
    "other-words" when Option("--data") is { } data => OtherWordsCommand.Measure(data),
    "sets" when (Option("--from"), Option("--to")) is ({ } from, { } to) => SetsCommand.Run(from, to),
    "folders" => FoldersCommand.Measure(),
    "support" when Option("--data") is { } data => SupportCommand.Measure(data),
    _ => Fail(),
};

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

int Fail()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
