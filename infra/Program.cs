using System.Runtime.InteropServices;
using Infra;
using Infra.Commands;

if (EngineStack.IsRunByEngine)
{
    return await EngineStack.RunAsync();
}

if (args is ["preview" or "render", ..])
{
    WarmUp.Start();
}

using var interrupted = new CancellationTokenSource();
using var signal = PosixSignalRegistration.Create(
    PosixSignal.SIGINT,
    context =>
    {
        context.Cancel = true;
        interrupted.Cancel();
    }
);
var terminal = new Terminal();
return await CommandLine.RunAsync(
    args,
    terminal,
    directory => new StackEvaluator(directory),
    [
        new CheckCommand(terminal),
        new ExplainCommand(terminal),
        new InitCommand(terminal, () => Console.IsInputRedirected ? null : Console.In),
        new SchemaCommand(terminal),
    ],
    interrupted.Token
);
