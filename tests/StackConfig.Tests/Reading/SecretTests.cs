using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class SecretTests
{
    [Fact]
    public void A_top_level_secret_keeps_its_ciphertext_and_place()
    {
        var (node, problems) = TemporaryProject.Setting("\n    secure: v1:abc:def");

        Assert.Empty(problems);
        Assert.Equal(new SecretNode(new SourceLocation("k", "Pulumi.dev.yaml", 2), "v1:abc:def"), node);
    }

    [Theory]
    [InlineData("[{secure: v1:abc}]", "k[0]")]
    [InlineData("{a: [x, {b: {secure: v1:abc}}], c: {secure: v1:d}}", "k.a[1].b, k.c")]
    public void Nested_secrets_keep_their_location(string yaml, string places)
    {
        var (node, _) = TemporaryProject.Setting(yaml);

        Assert.Equal(places, string.Join(", ", node!.Secrets.Select(secret => secret.Location.Key)));
        Assert.IsNotType<SecretNode>(node);
    }

    [Fact]
    public void An_invalid_ciphertext_is_reported_once()
    {
        var (_, problems) = TemporaryProject.Setting("{secure: 2024-01-01}");

        Assert.Equal(["k.secure"], problems.Select(problem => problem.Key));
    }

    [Theory]
    [InlineData("{secure: 5}", "{secure: Number(5)}")]
    [InlineData("{secure: a, other: b}", "{other: String(b), secure: String(a)}")]
    [InlineData("{secure: [a]}", "{secure: [String(a)]}")]
    public void Only_a_single_string_under_secure_is_a_secret(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.Format(TemporaryProject.Setting(yaml).Node));
}
