namespace OfflinePreview.Diff;

/// <summary>The kind of a step, in the words of the Pulumi engine.</summary>
public enum StepKind
{
    /// <summary>Unchanged.</summary>
    Same,

    /// <summary>Created.</summary>
    Create,

    /// <summary>Updated in place.</summary>
    Update,

    /// <summary>Replaced.</summary>
    Replace,

    /// <summary>Deleted.</summary>
    Delete,

    /// <summary>Read: it exists outside the stack.</summary>
    Read,

    /// <summary>Imported into the stack.</summary>
    Import,
}
