namespace OfflinePreview.Diff;

/// <summary>What an update does with a resource, in the words of the Pulumi engine.</summary>
public enum StepKind
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It is made.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>It is made anew.</summary>
    Replace,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It exists outside the stack and is only read.</summary>
    Read,

    /// <summary>It exists and is taken over.</summary>
    Import,
}
