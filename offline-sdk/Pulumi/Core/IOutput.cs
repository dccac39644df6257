using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output of a type that is known at run time only.</summary>
internal interface IOutput
{
    /// <summary>Ends when the data is there, or fails when it cannot be had.</summary>
    Task Completion { get; }

    /// <summary>What is known of the output beside its value, once that is there.</summary>
    OutputData Knowledge { get; }

    /// <summary>What is known of the output, once it is there.</summary>
    OutputData<object?> Data { get; }

    Output<object?> ToObject();
}

/// <summary>An input of a type that is known at run time only.</summary>
internal interface IInput
{
    IOutput ToOutput();
}
