using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output of a type that is only known at run time.</summary>
internal interface IOutput
{
    /// <summary>Completes when the data is available, or fails.</summary>
    Task Completion { get; }

    /// <summary>The data if completed successfully; otherwise null.</summary>
    OutputData? CompletedData { get; }

    Output<object?> ToObject();
}

/// <summary>An input of a type that is only known at run time.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>Finds outputs that are not completed.</summary>
    void Visit(PendingOutputs pending);
}
