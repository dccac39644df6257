using OfflinePreview.Graph;

namespace OfflinePreview.Recording;

/// <summary>Describes the resources that providers register below remote components, which an offline run cannot construct.</summary>
public interface IRemoteComponentModel
{
    /// <summary>The resources below a remote component; none where they are not known.</summary>
    /// <param name="type">The component's type token.</param>
    /// <param name="name">The component's logical name.</param>
    /// <param name="inputs">The component's arguments.</param>
    IEnumerable<RemoteChild> GetChildren(string type, string name, PlanMap inputs);
}
