using Spectre.Console;

namespace ForumQA.Cli.Terminals;

/// <summary>Where the user is: three streams, whether each is a terminal, and the key that interrupts.</summary>
internal sealed class Terminal
{
    public required TextReader Input { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required InterruptKey Interrupt { get; init; }

    /// <summary>Whether lines are typed by a person, who wants a prompt. False by default.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether answers are read on a terminal. False by default.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether progress and warnings are read on a terminal. False by default.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The streams of the process, with Ctrl-C wired to <see cref="Interrupt"/>.</summary>
    public static Terminal OfProcess()
    {
        var interrupt = new InterruptKey(TimeProvider.System);
        Console.CancelKeyPress += (_, e) =>
        {
            // When leaving takes too long, the next press ends the process the hard way.
            e.Cancel = !interrupt.Leaving.IsCancellationRequested;
            interrupt.Press();
        };
        return new Terminal
        {
            Input = Console.In,
            Output = Console.Out,
            Error = Console.Error,
            Interrupt = interrupt,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }

    public Screen OpenOutput(bool plain) => Open(Output, OutputIsTerminal, plain);

    public Screen OpenError(bool plain) => Open(Error, ErrorIsTerminal, plain);

    private static Screen Open(TextWriter writer, bool isTerminal, bool plain)
    {
        // Asked first, so that a plain run does not even load Spectre.Console.
        if (!isTerminal)
        {
            return new PlainScreen(writer);
        }

        // https://no-color.org
        return plain || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            ? new ColourlessScreen(writer, () => Console.WindowWidth)
            : OpenStyled(writer);
    }

    private static Screen OpenStyled(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        return console.Profile.Capabilities.Ansi ? new StyledScreen(console) : new PlainScreen(writer);
    }
}
