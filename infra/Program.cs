using Infra;
using Infra.Preview.Commands;
using Pulumi;

if (EngineStack.IsRunByEngine)
{
    return await Deployment.RunAsync<InferenceStack>(new EngineStack());
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interrupted.Cancel();
};
return await CommandLine.RunAsync(
    args,
    Terminal.OfProcess(),
    directory => new StackFiles(directory),
    interrupted.Token
);
