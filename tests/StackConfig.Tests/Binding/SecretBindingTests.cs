namespace StackConfig.Tests.Binding;

public sealed class SecretBindingTests
{
    private const string Rule = "must not be a secret.";

    [Fact]
    public void Secrets_under_their_own_keys_are_passed_on_in_order()
    {
        var bound = Bound.From("name: m", "pools: []", "zulu: {secure: v1:z}", "alpha: {secure: v1:a}");

        Assert.Empty(bound.Problems);
        Assert.Equal(
            ["alpha=v1:a", "zulu=v1:z"],
            bound.Secrets.Select(secret => $"{secret.Key}={secret.Value.Ciphertext}")
        );
    }

    [Theory]
    [InlineData("name: {secure: v1:hidden}", "name")]
    [InlineData("main: {size: {secure: v1:hidden}}", "main.size")]
    [InlineData("flags: [a: {secure: v1:hidden}]", "flags[0].a")]
    public void A_secret_instead_of_a_plain_value_is_reported_without_its_ciphertext(string setting, string place)
    {
        var bound = Bound.From(
            "pools: []",
            setting.StartsWith("name", StringComparison.Ordinal) ? "replicas: 1" : "name: m",
            setting
        );

        Assert.Null(bound.Sample);
        var problem = Assert.Single(bound.Errors);
        Assert.StartsWith($"4 {place}: {Rule}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_nested_in_a_key_is_not_a_secret_of_the_stack()
    {
        var bound = Bound.From("name: m", "pools: []", "tokens: {hub: {secure: v1:hidden}}");

        Assert.Empty(bound.Secrets);
        Assert.StartsWith($"4 tokens.hub: {Rule}", Assert.Single(bound.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_secret_and_every_wrong_value_is_reported_once()
    {
        var bound = Bound.From(
            "name: m",
            "pools: []",
            "replicas: many",
            "main: {size: {secure: v1:hidden}, sizes: {secure: v1:hidden}, unknown: [{secure: v1:hidden}]}",
            "flags: [a: {secure: v1:hidden}, {secure: v1:hidden}, b: []]"
        );

        Assert.Equal(
            [
                "flags[0].a",
                "flags[1]",
                "flags[2].b",
                "main.size",
                "main.sizes",
                "main.unknown",
                "main.unknown[0]",
                "replicas",
            ],
            bound.Errors.Select(error => error.Split(' ', ':')[1]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Secrets_are_identified_by_key_and_their_values_are_not_stored()
    {
        var config = new Dictionary<string, string>
        {
            ["demo:name"] = "hf_SECRET",
            ["demo:pools"] = "[]",
            ["demo:hub"] = "hf_SECRET",
        };

        var bound = Bound.FromEngine(config, "demo:name", "demo:hub");

        Assert.Equal(["hub"], bound.Secrets.Keys);
        Assert.StartsWith($" name: {Rule}", Assert.Single(bound.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", string.Concat(bound.Errors) + bound.Secrets["hub"], StringComparison.Ordinal);
    }
}
