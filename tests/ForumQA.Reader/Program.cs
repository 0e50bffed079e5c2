using System.Globalization;
using ForumQA.Onnx.Tokens;
using ForumQA.Reader;
using ForumQA.Reader.Examples;
using ForumQA.Reader.Network;
using ForumQA.Reader.Training;

const string Usage = """
    Usage: dotnet run -c Release --project tests/ForumQA.Reader -- COMMAND
      learn    trains a reader: --data FOLDER --more FOLDER --to FOLDER (--minutes N | --examples N) [--half first|both] [--rate 0.00015] [--keep-every 10]
      show     prints what it would be trained on: --data FOLDER --more FOLDER [--half first|both] [--count 40]
      shrink   makes a trained reader's weights bytes and compares: --data FOLDER --from FOLDER --to FOLDER [--half first|both]
      check    trains on four examples for some seconds, writes the model and reads it again
    --data is the folder of the benchmarks, --more has new_wiki_v1.0.json (SQuADShifts), selqa-ass-dev.json and selqa-ass-test.json; see docs/learning.md.
    """;
const int Seed = 12;
const int TokenLimit = 112;

var learned = Option("--half") is "both" ? LearningSets.Both : LearningSets.First;
switch (args.FirstOrDefault())
{
    case "learn" when (Option("--data"), Option("--more"), Option("--to")) is ({ } data, { } more, { } to) && (Number("--minutes") ?? Number("--examples")) is not null:
        return LoadTorch() ?? LearnCommand.Run(
            learned, data, more, to, Seed, TokenLimit,
            new TrainingPlan(Number("--minutes"), (int?)Number("--examples")) { Rate = Number("--rate") ?? TrainingPlan.UsualRate, KeepEvery = Number("--keep-every") ?? TrainingPlan.UsualKeepEvery });
    case "show" when (Option("--data"), Option("--more")) is ({ } data, { } more):
        return LearnCommand.Show(learned, data, more, Seed, (int)(Number("--count") ?? 40));
    case "shrink" when (Option("--data"), Option("--from"), Option("--to")) is ({ } data, { } from, { } to):
        return Shrinking.Run(from, to, learned.ReadHeldOut(data)) ? 0 : 1;
    case "check":
        return LoadTorch() ?? CheckCommand.Run(Seed, TokenLimit);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

int? LoadTorch()
{
    if (TorchLibrary.TryLoad(out var reason))
    {
        return null;
    }

    Console.Error.WriteLine($"Skipped: TorchSharp's native library cannot be loaded here ({reason}).");
    return 3;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

double? Number(string name) => Option(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
