using System.Collections.Frozen;
using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Recording;

/// <summary>An output that a provider computes from arguments while it plans.</summary>
/// <param name="Pattern">Literals and names of arguments in turn.</param>
internal sealed record OutputTemplate(ImmutableArray<string> Pattern)
{
    /// <summary>The value; null where an argument is left out.</summary>
    public PlanString? Compute(PlanMap inputs)
    {
        var parts = new List<StringSegment>();
        for (var index = 0; index < Pattern.Length; index++)
        {
            if (index % 2 == 0)
            {
                parts.Add(new StringSegment.Literal(Pattern[index]));
            }
            else if (inputs[Pattern[index]] is PlanString argument)
            {
                parts.AddRange(argument.Segments);
            }
            else
            {
                return null;
            }
        }

        return PlanString.FromSegments(parts);
    }
}

/// <summary>The outputs that providers compute from arguments while they plan.</summary>
/// <remarks>
/// Source: <c>ResourceServiceAccountCustomDiffFunc</c> in terraform-provider-google-beta v7.45.0, which Pulumi.Gcp 9.35.0 wraps; no
/// other <c>CustomizeDiff</c> of a type that a stack creates sets a string that a program could use.
/// </remarks>
internal static class ProviderComputedOutputs
{
    private static readonly FrozenDictionary<(string Type, string Output), OutputTemplate> All = new Dictionary<
        (string, string),
        OutputTemplate
    >
    {
        [("gcp:serviceaccount/account:Account", "email")] = new([
            "",
            "accountId",
            "@",
            "project",
            ".iam.gserviceaccount.com",
        ]),
        [("gcp:serviceaccount/account:Account", "member")] = new([
            "serviceAccount:",
            "accountId",
            "@",
            "project",
            ".iam.gserviceaccount.com",
        ]),
    }.ToFrozenDictionary();

    /// <summary>The output of a type; null where it is not computed while planning.</summary>
    public static OutputTemplate? Find(string type, string output) => All.GetValueOrDefault((type, output));
}
