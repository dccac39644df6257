using System.Runtime.InteropServices;
using Cluster.Servers;

// The first process of a container gets no default handling of SIGTERM.
var stopped = new TaskCompletionSource();
using var terminated = PosixSignalRegistration.Create(
    PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
);
await using var server = await ContainerRole.FromArguments(args)();
await stopped.Task;
