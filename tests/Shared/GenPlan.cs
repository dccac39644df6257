using System.Collections.Immutable;
using CsCheck;
using OfflinePreview.Graph;

namespace Tests.Shared;

/// <summary>Random plans, texts that are easily mistaken among them.</summary>
public static class GenPlan
{
    /// <summary>Texts that parsers of YAML and JSON, or our own notation, easily take for something else.</summary>
    public static readonly ImmutableArray<string> Hostile =
    [
        "",
        " ",
        "1e3",
        "0775",
        "0o17",
        "0x1F",
        "1_000",
        "1.0",
        ".5",
        "+1",
        "-1",
        ".inf",
        "-.INF",
        ".nan",
        "NaN",
        "Infinity",
        "null",
        "Null",
        "~",
        "=",
        "y",
        "N",
        "yes",
        "Off",
        "true",
        "FALSE",
        "12:30:45",
        "190:20:30.15",
        "2024-01-01",
        "2001-12-14t21:59:43.10-05:00",
        "key:",
        "a: b",
        "a #b",
        "#a",
        "-",
        "- a",
        "--flag=1",
        "---",
        "...",
        "? a",
        ": a",
        "!tag",
        "&anchor",
        "*alias",
        "[a]",
        "{a: b}",
        "|",
        ">-",
        "%YAML",
        "@a",
        "`a`",
        "'a'",
        "\"a\"",
        "a\\b",
        "\\",
        "\t",
        "a\tb",
        "\ta",
        "a\t",
        " a",
        "a ",
        "\n",
        "\n\n",
        "a\nb",
        "a\nb\n",
        "a\n\nb\n\n",
        "\na",
        " a\nb\n",
        "a \nb",
        "a\n b\n  c\n",
        "a\n\tb",
        "a\r\nb",
        "\r",
        "#!/bin/sh\nset -e\necho \"$1\"\n",
        "# a\n# b\n",
        "---\na\n...\n",
        "\0",
        "\u0007\u001b",
        "\u007f\u0085\u009f",
        "\u00a0",
        "\u2028\u2029",
        "\ufeff",
        "\ufeffa\nb\n",
        "\ufdd0\ufdd1",
        "\ufffe\uffff",
        "é ü 한국어",
        "😀",
        "a\n😀\n",
        "[secret]",
        "[unknown: a]",
        "$unknown",
        "$secret",
        "$map",
        new('x', 10_240),
        string.Concat(Enumerable.Repeat("long: line #1 ", 750)),
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        OneOf(Hostile),
        OneOf(["\\", "[", "]", "$", "$concat", " ", "\n", ":", "-"]),
        Gen.String[Gen.Char[' ', '~'], 0, 8],
        Gen.Char.Where(character => !char.IsSurrogate(character)).Select(character => character.ToString())
    );

    /// <summary>A string without halves of surrogate pairs.</summary>
    public static readonly Gen<string> Text = Piece.Array[0, 4].Select(string.Concat);

    private static readonly Gen<StringSegment> Part = Gen.OneOf<StringSegment>(
        Text.Select(text => (StringSegment)new StringSegment.Literal(text)),
        Text.Select(text => (StringSegment)new StringSegment.Unknown(text)),
        Gen.Const((StringSegment)new StringSegment.Secret()),
        Text.Select(ciphertext => (StringSegment)StringSegment.Secret.FromCiphertext(ciphertext))
    );

    /// <summary>A string with secret and unknown segments.</summary>
    public static readonly Gen<PlanString> PlanString = Part.Array[0, 5]
        .Select(parts => OfflinePreview.Graph.PlanString.FromSegments(parts));

    private static readonly Gen<PlanValue> Scalar = Gen.OneOf(
        Gen.Bool.Select(value => (PlanValue)new PlanBool(value)),
        Gen.Int.Select(value => (PlanValue)new PlanNumber(value.ToString())),
        Gen.Double.Where(double.IsFinite).Select(value => (PlanValue)new PlanNumber(value.ToString("R"))),
        Text.Select(text => (PlanValue)OfflinePreview.Graph.PlanString.Known(text))
    );

    /// <summary>A value that is wholly known.</summary>
    public static readonly Gen<PlanValue> Known = Values(Scalar, 3);

    /// <summary>A map of known values.</summary>
    public static readonly Gen<PlanMap> KnownMap = MapOf(Values(Scalar, 2));

    private static readonly Gen<PlanMap> AnyMap = MapOf(
        Values(Gen.OneOf(Scalar, PlanString.Select(text => (PlanValue)text)), 2)
    );

    private static readonly Gen<ResourceState> Resource = Gen.Select(
            Text,
            Text,
            Gen.Enum<ResourceKind>(),
            Text.Array[0, 3],
            AnyMap,
            AnyMap
        )
        .Select(
            (type, name, kind, dependsOn, options, inputs) =>
                new ResourceState
                {
                    Urn = $"{type}::{name}",
                    Type = type,
                    Name = name,
                    Kind = kind,
                    Parent = name.Length % 2 == 0 ? type : null,
                    DependsOn = [.. dependsOn.Order(StringComparer.Ordinal)],
                    PropertyDependencies = PlanMap.From(
                        inputs.Entries.Select(entry =>
                            KeyValuePair.Create(
                                entry.Key,
                                (PlanValue)new PlanList([.. dependsOn.Select(OfflinePreview.Graph.PlanString.Known)])
                            )
                        )
                    ),
                    Provider = type.Length % 2 == 0 ? name : null,
                    Options = options,
                    Inputs = inputs,
                }
        );

    /// <summary>A graph.</summary>
    public static readonly Gen<StackGraph> Graph = Gen.Select(Text, Text, Resource.Array[0, 4])
        .Select(
            (project, stack, resources) =>
                new StackGraph(
                    project,
                    stack,
                    [
                        .. resources
                            .DistinctBy(resource => resource.Urn, StringComparer.Ordinal)
                            .OrderBy(resource => resource.Urn, StringComparer.Ordinal),
                    ]
                )
        );

    private static Gen<string> OneOf(ImmutableArray<string> texts) =>
        Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<PlanValue> Values(Gen<PlanValue> scalar, int depth)
    {
        if (depth == 0)
        {
            return scalar;
        }

        var inner = Values(scalar, depth - 1);
        return Gen.OneOf(
            scalar,
            inner.Array[0, 4].Select(items => (PlanValue)new PlanList([.. items])),
            MapOf(inner).Select(map => (PlanValue)map)
        );
    }

    private static Gen<PlanMap> MapOf(Gen<PlanValue> value) =>
        Gen.Select(Text, value)
            .Array[0, 4]
            .Select(entries =>
                PlanMap.From(
                    entries
                        .DistinctBy(entry => entry.Item1, StringComparer.Ordinal)
                        .Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2))
                )
            );
}
