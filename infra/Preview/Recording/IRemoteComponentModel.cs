using Infra.Preview.Graph;

namespace Infra.Preview.Recording;

/// <summary>Knows the resources that a provider registers below a remote component, which only the engine sees.</summary>
public interface IRemoteComponentModel
{
    /// <summary>The resources below a component; none for a component that is not known.</summary>
    /// <param name="type">The component's type token.</param>
    /// <param name="name">The component's logical name.</param>
    /// <param name="inputs">The component's arguments.</param>
    IEnumerable<RemoteChild> GetChildren(string type, string name, PlanMap inputs);
}

/// <summary>A resource below a remote component.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Inputs">Its arguments.</param>
public sealed record RemoteChild(string Type, string Name, PlanMap Inputs);
