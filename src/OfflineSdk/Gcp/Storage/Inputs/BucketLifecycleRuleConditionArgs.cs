namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketLifecycleRuleConditionArgs : ResourceArgs
{
    [Input("age")]
    public Input<int>? Age { get; set; }

    [Input("createdBefore")]
    public Input<string>? CreatedBefore { get; set; }

    [Input("customTimeBefore")]
    public Input<string>? CustomTimeBefore { get; set; }

    [Input("daysSinceCustomTime")]
    public Input<int>? DaysSinceCustomTime { get; set; }

    [Input("daysSinceNoncurrentTime")]
    public Input<int>? DaysSinceNoncurrentTime { get; set; }

    [field: Input("matchesPrefixes")]
    public InputList<string> MatchesPrefixes
    {
        get => field ??= [];
        set;
    }

    [field: Input("matchesStorageClasses")]
    public InputList<string> MatchesStorageClasses
    {
        get => field ??= [];
        set;
    }

    [field: Input("matchesSuffixes")]
    public InputList<string> MatchesSuffixes
    {
        get => field ??= [];
        set;
    }

    [Input("noncurrentTimeBefore")]
    public Input<string>? NoncurrentTimeBefore { get; set; }

    [Input("numNewerVersions")]
    public Input<int>? NumNewerVersions { get; set; }

    [Input("sendAgeIfZero")]
    public Input<bool>? SendAgeIfZero { get; set; }

    [Input("sendDaysSinceCustomTimeIfZero")]
    public Input<bool>? SendDaysSinceCustomTimeIfZero { get; set; }

    [Input("sendDaysSinceNoncurrentTimeIfZero")]
    public Input<bool>? SendDaysSinceNoncurrentTimeIfZero { get; set; }

    [Input("sendNumNewerVersionsIfZero")]
    public Input<bool>? SendNumNewerVersionsIfZero { get; set; }

    [Input("sizeAboveBytes")]
    public Input<int>? SizeAboveBytes { get; set; }

    [Input("sizeBelowBytes")]
    public Input<int>? SizeBelowBytes { get; set; }

    [Input("withState")]
    public Input<string>? WithState { get; set; }
}
