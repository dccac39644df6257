namespace Engine.Tests.Engine;

/// <summary>What the engine runs the program for.</summary>
public enum Operation
{
    /// <summary><c>pulumi preview</c>: nothing is made, and what providers compute is unknown.</summary>
    Preview,

    /// <summary><c>pulumi up</c>: everything is made.</summary>
    Update,
}
