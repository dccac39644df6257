using Infra.JetStream;
using Infra.Settings;
using Infra.Settings.Servings;
using Pulumi;

namespace Infra;

/// <summary>Everything that one stack consists of.</summary>
public sealed class InferenceStack : Stack
{
    /// <summary>Declares the stack.</summary>
    /// <param name="blueprint">What the stack is to be.</param>
    /// <param name="secret">The text of an encrypted setting by its key.</param>
    /// <param name="options">The stack's options. Default: none.</param>
    public InferenceStack(Blueprint blueprint, Func<string, Output<string>> secret, StackOptions? options = null)
        : base(options)
    {
        var cluster = ExistingCluster(blueprint);
        foreach (var serving in blueprint.Servings)
        {
            _ = new JetStreamPathways(
                serving.Name,
                new JetStreamPathwaysArgs
                {
                    Serving = serving,
                    ScratchLocation = serving.Scratch.Text,
                    Secrets = SecretTexts(serving, secret),
                },
                new ComponentResourceOptions { Providers = { cluster } }
            );
        }
    }

    private static Pulumi.Kubernetes.Provider ExistingCluster(Blueprint blueprint)
    {
        var args = new Pulumi.Kubernetes.ProviderArgs();
        if (blueprint.Context is { } context)
        {
            args.Context = context;
        }

        return new("cluster", args);
    }

    private static InputMap<string> SecretTexts(Serving serving, Func<string, Output<string>> secret)
    {
        var texts = new InputMap<string>();
        foreach (var key in serving.Secrets)
        {
            texts.Add(key, secret(key));
        }

        return texts;
    }
}
