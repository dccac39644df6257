using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output of a type that is known at run time only.</summary>
internal interface IOutput
{
    /// <summary>Ends when the data is there, or fails when it cannot be had.</summary>
    Task Completion { get; }

    /// <summary>The data where it is there; null while it is not, and where it cannot be had.</summary>
    OutputData? Present { get; }

    Output<object?> ToObject();
}

/// <summary>An input of a type that is known at run time only.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>Looks for outputs that are not there yet.</summary>
    void Visit(Arrivals arrivals);
}
