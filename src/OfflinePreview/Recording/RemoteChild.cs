using OfflinePreview.Graph;

namespace OfflinePreview.Recording;

/// <summary>A resource that a provider registers below a remote component.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Inputs">Its arguments.</param>
public sealed record RemoteChild(string Type, string Name, PlanMap Inputs);
