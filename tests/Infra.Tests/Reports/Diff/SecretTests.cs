using System.Text;
using System.Text.Json;
using CsCheck;
using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Diff;

public sealed class SecretTests
{
    // Letters that stand in no output otherwise, and characters that are written differently in JSON, YAML and URLs.
    private static readonly Gen<string> Letter = Gen.Char['Ⓐ', 'Ⓩ'].Select(letter => letter.ToString());

    // No two of the others in a row: six blanks would be found in every output.
    private static readonly Gen<string> Secret = Gen.OneOf(
            Letter,
            Gen.Select(Gen.Int[0, 9], Letter, (index, letter) => "QJ\"\\\n <&+é`"[index] + letter)
        )
        .Array[10, 40]
        .Select(letters => $"ⓧZQ{string.Concat(letters)}QZⓧ");

    [Fact]
    [Trait("Category", "Slow")]
    public async Task No_part_of_a_secret_is_in_any_output() =>
        await Gen.Select(Secret, Secret)
            .SampleAsync(
                async pair =>
                {
                    var diff = GraphDiff.Compare(await RecordAsync(pair.Item1), await RecordAsync(pair.Item2));
                    Assert.All(
                        Forms(pair.Item1).Concat(Forms(pair.Item2)),
                        part =>
                            Assert.All(
                                Outputs(diff),
                                output => Assert.DoesNotContain(part, output, StringComparison.Ordinal)
                            )
                    );
                },
                iter: 40
            );

    [Fact]
    public void A_digest_distinguishes_ciphertexts_and_does_not_contain_them() =>
        Gen.Select(Gen.String[12, 60], Gen.String[12, 60])
            .Where(pair => pair.Item1 != pair.Item2)
            .Sample(pair =>
            {
                var (first, second) = (
                    StringSegment.Secret.FromCiphertext(pair.Item1),
                    StringSegment.Secret.FromCiphertext(pair.Item2)
                );
                return first != second
                    && first == StringSegment.Secret.FromCiphertext(pair.Item1)
                    && first.Digest!.Length == StringSegment.Secret.DigestLength;
            });

    [Fact]
    public void A_secret_digest_is_never_printed()
    {
        var diff = GraphDiff.Compare(Graph("one"), Graph("two"));

        Assert.Equal(StepKind.Update, Assert.Single(diff.Steps).Kind);
        Assert.All(
            Outputs(diff),
            output =>
                Assert.DoesNotContain(
                    StringSegment.Secret.FromCiphertext("two").Digest!,
                    output,
                    StringComparison.Ordinal
                )
        );
        Assert.All(
            Outputs(diff),
            output => Assert.True(output.Length == 0 || output.Contains("[secret]", StringComparison.Ordinal))
        );
    }

    private static StackGraph Graph(string ciphertext) =>
        new(
            "shop",
            "dev",
            [
                new()
                {
                    Urn = "u",
                    Type = "t",
                    Name = "n",
                    Inputs = PlanMap.From([
                        new("token", PlanString.FromSegments([StringSegment.Secret.FromCiphertext(ciphertext)])),
                    ]),
                },
            ]
        );

    // The secret in each place where a program may put it: as it is, inside a string, as a name's value, computed from.
    private static Task<StackGraph> RecordAsync(string secret) =>
        Recorded.StackAsync(unknownValues =>
        {
            var setting = unknownValues.Secret("token", secret);
            var own = Pulumi.Output.CreateSecret(secret);
            _ = new Thing("thing", new() { Text = own, Flag = own.Apply(text => text.Length % 2 == 0) });
            _ = new Thing(
                "made",
                new() { Text = own.Apply(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))) }
            );
            _ = new Thing("named", new() { Text = Pulumi.Output.Format($"--key={setting}") });
            _ = new KubeObject(
                "secret",
                "v1",
                "Secret",
                new()
                {
                    Metadata = new() { Name = "secret", Annotations = { ["own"] = own, ["setting"] = setting } },
                    Spec = new()
                    {
                        Name = own,
                        Args = { own, setting, Pulumi.Output.Format($"--key={own}") },
                        Env = { ["URL"] = own.Apply(Uri.EscapeDataString) },
                    },
                }
            );
        });

    private static IEnumerable<string> Outputs(GraphDiff diff) =>
        [DiffRenderer.Render(diff), DiffRenderer.RenderManifests(diff), DiffMarkdown.Write(diff), DiffJson.Write(diff)];

    // Pieces of six characters and more of each way to write it.
    private static IEnumerable<string> Forms(string secret)
    {
        var json = JsonSerializer.Serialize(secret)[1..^1];
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        return Pieces(secret, 6)
            .Concat(Pieces(json, 12))
            .Concat(Pieces(Uri.EscapeDataString(secret), 12))
            .Concat(Pieces(base64, 10));
    }

    private static IEnumerable<string> Pieces(string text, int length) =>
        Enumerable
            .Range(0, Math.Max(0, text.Length - length + 1))
            .Select(start => text.Substring(start, length))
            .Distinct(StringComparer.Ordinal);
}
