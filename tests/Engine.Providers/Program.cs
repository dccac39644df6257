using Engine.Providers;
using Pulumi.Experimental.Provider;

// The engine starts a provider plugin with its own address, after the arguments in the plugin's script: the name and version of the provider.
await Provider.Serve(args[2..], args[1], _ => new ProviderDouble(), CancellationToken.None);
