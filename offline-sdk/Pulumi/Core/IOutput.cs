using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output of a type that is known at run time only.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>An input of a type that is known at run time only.</summary>
internal interface IInput
{
    IOutput ToOutput();
}
