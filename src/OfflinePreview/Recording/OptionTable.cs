using System.Collections.Immutable;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>A resource option.</summary>
/// <param name="Name">The name by which a plan shows it.</param>
/// <param name="Read">How it is read.</param>
internal sealed record ShownOption(string Name, Func<ResourceOptions, object?> Read);

/// <summary>The resource options that a plan shows.</summary>
/// <remarks>
/// Omitted are options that the SDKs add by themselves: version, download URL, additional secret outputs, and on custom resources
/// aliases of a type only.
/// </remarks>
internal static class OptionTable
{
    /// <summary>The options by name; the value of one that the program did not set is null or empty.</summary>
    public static readonly ImmutableArray<ShownOption> Options =
    [
        new("aliases", Aliases),
        new("customTimeouts", options => Timeouts(options.CustomTimeouts)),
        new("deleteBeforeReplace", options => (options as CustomResourceOptions)?.DeleteBeforeReplace),
        new("deletedWith", options => options.DeletedWith),
        new("hideDiffs", options => options.HideDiffs),
        new("id", options => options.Id),
        new("ignoreChanges", options => options.IgnoreChanges),
        new("import", options => (options as CustomResourceOptions)?.ImportId),
        new("protect", options => options.Protect),
        new("replaceOnChanges", options => options.ReplaceOnChanges),
        new("replaceWith", options => options.ReplaceWith),
        new("replacementTrigger", options => options.ReplacementTrigger),
        new("retainOnDelete", options => options.RetainOnDelete),
    ];

    private static List<object>? Aliases(ResourceOptions options) =>
        options.Aliases.Count == 0
            ? null
            :
            [
                .. options
                    .Aliases.Select(alias =>
                        alias.Apply(given => (object)Describe(given, options is CustomResourceOptions))
                    )
                    .Cast<object>(),
            ];

    private static Dictionary<string, object?> Describe(Alias alias, bool isCustom)
    {
        var described = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = alias.Name,
            ["noParent"] = alias.NoParent ? true : null,
            ["parent"] = alias.Parent?.GetResourceName(),
            ["parentUrn"] = alias.ParentUrn,
            ["project"] = alias.Project,
            ["stack"] = alias.Stack,
            ["type"] = alias.Type,
            ["urn"] = alias.Urn,
        };
        var isTypeOnly =
            described.Where(entry => entry.Value is not null).Select(entry => entry.Key) is var set
            && set.SequenceEqual(["type"], StringComparer.Ordinal);
        return isCustom && isTypeOnly ? [] : described;
    }

    private static Dictionary<string, object?>? Timeouts(CustomTimeouts? timeouts) =>
        timeouts is null
            ? null
            : new(StringComparer.Ordinal)
            {
                ["create"] = Duration(timeouts.Create),
                ["delete"] = Duration(timeouts.Delete),
                ["update"] = Duration(timeouts.Update),
            };

    private static string? Duration(TimeSpan? time) =>
        time is not { } span ? null
        : span.Ticks % TimeSpan.TicksPerHour == 0 ? $"{(long)span.TotalHours}h"
        : span.Ticks % TimeSpan.TicksPerMinute == 0 ? $"{(long)span.TotalMinutes}m"
        : $"{span.TotalSeconds}s";
}
