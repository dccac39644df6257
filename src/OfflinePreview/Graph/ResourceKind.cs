namespace OfflinePreview.Graph;

/// <summary>Who registers a resource, and who manages it.</summary>
public enum ResourceKind
{
    /// <summary>A provider creates, updates and deletes it.</summary>
    Custom,

    /// <summary>The program's own component: it groups other resources, and no provider knows it.</summary>
    Component,

    /// <summary>A component that a provider constructs; the program sees none of its children.</summary>
    RemoteComponent,

    /// <summary>A custom resource that a provider registers below a <see cref="RemoteComponent" />.</summary>
    RemoteChild,
}
