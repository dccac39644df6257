using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>The stack of an asynchronous program, as <c>Deployment.RunAsync</c> creates one.</summary>
public sealed class ProgramStack : Stack
{
    /// <summary>Starts the program. The run ends after it, and fails with it.</summary>
    /// <param name="options">The stack's options.</param>
    /// <param name="program">Creates the resources and returns the stack's outputs.</param>
    public ProgramStack(StackOptions options, Func<Task<IDictionary<string, object?>>> program)
        : base(options) => ProgramOutputs = Pulumi.Output.Create(program());

    /// <summary>The stack's outputs by name.</summary>
    public Output<IDictionary<string, object?>> ProgramOutputs { get; }
}
