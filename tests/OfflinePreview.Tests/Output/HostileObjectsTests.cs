using System.Text.Encodings.Web;
using System.Text.Json;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace OfflinePreview.Tests.Output;

/// <summary>The golden files that <c>.ci/kubectl-reads</c> hands to kubectl.</summary>
public sealed class HostileObjectsTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Rendered_hostile_objects_match_the_golden_file()
    {
        using var yaml = new StringWriter();
        ManifestRenderer.Render(Graph).WriteTo(yaml);

        Golden.Matches(yaml.ToString(), "Golden/hostile.golden.yaml");
    }

    [Fact]
    public void Hostile_objects_match_the_golden_file() =>
        Golden.Matches(
            JsonSerializer.Serialize(Graph.Resources.Select(resource => Plain(resource.Inputs)), Readable) + "\n",
            "Golden/hostile.golden.json"
        );

    private static StackGraph Graph { get; } =
        new(
            "shop",
            "dev",
            [
                Object("values", GenPlan.Hostile.Select((text, index) => ($"v{index:D3}", text))),
                Object("keys", GenPlan.Hostile.Select(text => (text, text)).Append(("<<", "<<"))),
            ]
        );

    private static ResourceState Object(string name, IEnumerable<(string Key, string Value)> data) =>
        new()
        {
            Urn = name,
            Type = "kubernetes:core/v1:ConfigMap",
            Name = name,
            Inputs = Map(
                ("apiVersion", PlanString.Known("v1")),
                ("kind", PlanString.Known("ConfigMap")),
                ("metadata", Map(("name", PlanString.Known(name)))),
                ("immutable", new PlanBool(true)),
                (
                    "numbers",
                    new PlanList([
                        new PlanNumber("1"),
                        new PlanNumber("-0.25"),
                        new PlanNumber("1E+21"),
                        new PlanNumber("2.5E-07"),
                    ])
                ),
                ("data", Map([.. data.Select(entry => (entry.Key, (PlanValue)PlanString.Known(entry.Value)))]))
            ),
        };

    private static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    private static object Plain(PlanValue value) =>
        value switch
        {
            PlanBool flag => flag.Value,
            PlanNumber number => double.Parse(number.Text),
            PlanString text => text.Display,
            PlanList list => list.Items.Select(Plain),
            PlanMap map => map.Entries.ToDictionary(
                entry => entry.Key,
                entry => Plain(entry.Value),
                StringComparer.Ordinal
            ),
            _ => throw new NotSupportedException(),
        };
}
