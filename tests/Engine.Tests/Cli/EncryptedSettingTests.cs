using System.Text;

namespace Engine.Tests.Cli;

/// <summary>Where the text of an encrypted setting does not appear.</summary>
[Trait("Category", "Engine")]
public sealed class EncryptedSettingTests
{
    [Fact]
    public async Task The_secret_string_is_in_no_output_event_or_state()
    {
        using var stack = await PulumiStack.CreateAsync(StackFile());
        (
            await stack.RunAsync(
                "config",
                "set",
                "hfToken",
                Scenario.SecretText,
                "--secret",
                "--stack",
                PulumiStack.Name
            )
        ).ShouldSucceed();

        var preview = (await stack.PreviewAsync()).ShouldSucceed();
        var update = (await stack.UpAsync()).ShouldSucceed();

        Assert.Contains(
            "create kubernetes:core/v1:Secret llama31-8b",
            string.Join('\n', EngineSteps.Read(update)),
            StringComparison.Ordinal
        );
        AssertNoSecret(string.Join('\n', [preview.Output, update.Output, .. preview.EventLog, .. update.EventLog]));
        var files = Directory.EnumerateFiles(stack.StateFolder, "*", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => AssertNoSecret(File.ReadAllText(file)));
        var decrypted = await stack.RunAsync("stack", "export", "--show-secrets", "--stack", PulumiStack.Name);
        Assert.Contains(Scenario.SecretText, decrypted.Output, StringComparison.Ordinal);
    }

    private static string StackFile()
    {
        const string Encrypted = "  jetstream-pathways:hfToken:\n    secure: v1:ciphertext\n";
        var text = Scenario.ReadText("secret-and-batch");
        Assert.Contains(Encrypted, text, StringComparison.Ordinal);
        return text.Replace(Encrypted, "", StringComparison.Ordinal);
    }

    private static void AssertNoSecret(string text)
    {
        Assert.DoesNotContain(Scenario.SecretText, text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Scenario.SecretText)),
            text,
            StringComparison.Ordinal
        );
    }
}
