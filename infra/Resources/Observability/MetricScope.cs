using Infra.Model.Servings;

namespace Infra.Resources.Observability;

/// <summary>Selects the series of one serving among those of a project.</summary>
/// <param name="Project">The id of the cluster's project.</param>
/// <param name="Location">The cluster's region or zone.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Serving">The serving.</param>
/// <remarks>
/// Names of labels: resource types <c>prometheus_target</c> (<c>project_id</c>, <c>location</c>, <c>cluster</c>, <c>namespace</c>,
/// <c>job</c>) and <c>k8s_container</c> (<c>project_id</c>, <c>location</c>, <c>cluster_name</c>, <c>namespace_name</c>, <c>pod_name</c>,
/// <c>container_name</c>) of Cloud Monitoring. A metric of several resource types needs <c>monitored_resource</c>.
/// </remarks>
internal sealed record MetricScope(string Project, string Location, string Cluster, Serving Serving)
{
    /// <summary>Matches the leaders: LeaderWorkerSet appends their index to its name.</summary>
    public LabelMatch Leaders(string label) => LabelMatch.Matches(label, $"{Serving.Name}-[0-9]+");

    /// <summary>Matches the workers, whose names end in the index of their group and their own.</summary>
    public LabelMatch Workers(string label) => LabelMatch.Matches(label, $"{Serving.Name}-[0-9]+-[0-9]+");

    /// <summary>The PromQL selector of the serving's series of a metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="matchers">Further label matchers.</param>
    public string Select(Metric metric, params IEnumerable<LabelMatch> matchers) =>
        $"{metric.Series}{{{string.Join(", ", Labels(metric.Source).Concat(matchers))}}}";

    private IEnumerable<LabelMatch> Labels(MetricSource source) =>
        source switch
        {
            MetricSource.Gke =>
            [
                LabelMatch.Equal("monitored_resource", "k8s_container"),
                .. LocationLabels,
                LabelMatch.Equal("cluster_name", Cluster),
                LabelMatch.Equal("namespace_name", Serving.NamespaceName),
            ],
            MetricSource.ModelServer => [.. TargetLabels, LabelMatch.Equal("job", Serving.Name)],
            _ => TargetLabels,
        };

    private IEnumerable<LabelMatch> LocationLabels =>
        [LabelMatch.Equal("project_id", Project), LabelMatch.Equal("location", Location)];

    private IEnumerable<LabelMatch> TargetLabels =>
        [.. LocationLabels, LabelMatch.Equal("cluster", Cluster), LabelMatch.Equal("namespace", Serving.NamespaceName)];
}

/// <summary>A label matcher of PromQL.</summary>
/// <param name="Label">The label's name.</param>
/// <param name="Operator">The operator: <c>=</c> or <c>=~</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record LabelMatch(string Label, string Operator, string Value)
{
    /// <summary>Matches labels that equal the value.</summary>
    public static LabelMatch Equal(string label, string value) => new(label, "=", value);

    /// <summary>Matches labels that match the regular expression as a whole.</summary>
    public static LabelMatch Matches(string label, string pattern) => new(label, "=~", pattern);

    /// <summary>The matcher in PromQL: the value is quoted with Go's escapes.</summary>
    public override string ToString() => $"{Label}{Operator}\"{Escaped}\"";

    private string Escaped =>
        Value
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal);
}
