using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Preview.Diff;

/// <summary>Which arguments cannot be changed in place, as the providers and servers have it.</summary>
/// <remarks>
/// Google Cloud: the properties marked ForceNew in terraform-provider-google-beta, which Pulumi.Gcp 9.35 is made from.
/// Kubernetes: <c>provider/pkg/provider/diff.go</c> of pulumi-kubernetes 4.32; ConfigMaps and Secrets are replaced unless the
/// provider is asked to change them. LeaderWorkerSet: the validating webhook of LWS 0.10.
/// </remarks>
internal static class ProviderFacts
{
    private const string Kubernetes = "kubernetes:";
    private const string KubernetesProvider = "pulumi:providers:kubernetes";
    private const string GoogleCloud = "gcp:";

    private static readonly ImmutableArray<string> NodeConfig =
    [
        "advancedMachineFeatures",
        "bootDiskKmsKey",
        "confidentialNodes.confidentialInstanceType",
        "enableConfidentialStorage",
        "ephemeralStorageConfig",
        "ephemeralStorageLocalSsdConfig",
        "flexStart",
        "guestAccelerators",
        "hostMaintenancePolicy",
        "localNvmeSsdBlockConfig",
        "localSsdCount",
        "localSsdEncryptionMode",
        "maxRunDuration",
        "metadata",
        "minCpuPlatform",
        "nodeGroup",
        "oauthScopes",
        "preemptible",
        "reservationAffinity",
        "sandboxConfig",
        "secondaryBootDisks",
        "serviceAccount",
        "shieldedInstanceConfig",
        "soleTenantConfig",
        "spot",
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Replacing = new Dictionary<
        string,
        ImmutableArray<string>
    >(StringComparer.Ordinal)
    {
        ["gcp:compute/firewall:Firewall"] = ["direction", "name", "params", "project"],
        ["gcp:compute/network:Network"] =
        [
            "autoCreateSubnetworks",
            "description",
            "internalIpv6Range",
            "name",
            "networkProfile",
            "params",
            "project",
        ],
        ["gcp:compute/router:Router"] =
        [
            "encryptedInterconnectRouter",
            "name",
            "nccGateway",
            "network",
            "params",
            "project",
            "region",
        ],
        ["gcp:compute/routerNat:RouterNat"] =
        [
            "endpointTypes",
            "initialNatIps",
            "name",
            "project",
            "region",
            "router",
            "type",
        ],
        ["gcp:compute/subnetwork:Subnetwork"] =
        [
            "description",
            "externalIpv6Prefix",
            "internalIpv6Prefix",
            "name",
            "network",
            "params",
            "project",
            "region",
            "reservedInternalRange",
            "resolveSubnetMask",
        ],
        ["gcp:container/cluster:Cluster"] =
        [
            "clusterAutoscaling.autoProvisioningDefaults.bootDiskKmsKey",
            "clusterIpv4Cidr",
            "confidentialNodes",
            "datapathProvider",
            "defaultMaxPodsPerNode",
            "description",
            "enableAutopilot",
            "enableKubernetesAlpha",
            "enableTpu",
            "initialNodeCount",
            "ipAllocationPolicy",
            "location",
            "masterAuth.clientCertificateConfig",
            "name",
            "network",
            "networkingMode",
            "privateClusterConfig.masterIpv4CidrBlock",
            "privateClusterConfig.privateEndpointSubnetwork",
            "project",
            "subnetwork",
            "userManagedKeysConfig",
            .. NodeConfig.Select(name => $"nodeConfig.{name}"),
        ],
        ["gcp:container/nodePool:NodePool"] =
        [
            "cluster",
            "initialNodeCount",
            "location",
            "maxPodsPerNode",
            "name",
            "namePrefix",
            "networkConfig.acceleratorNetworkProfile",
            "networkConfig.additionalNodeNetworkConfigs",
            "networkConfig.additionalPodNetworkConfigs",
            "networkConfig.createPodRange",
            "networkConfig.podCidrOverprovisionConfig",
            "networkConfig.podIpv4CidrBlock",
            "networkConfig.podRange",
            "networkConfig.subnetwork",
            "placementPolicy",
            "project",
            "queuedProvisioning",
            .. NodeConfig.Select(name => $"nodeConfig.{name}"),
        ],
        ["gcp:monitoring/alertPolicy:AlertPolicy"] = ["project"],
        ["gcp:monitoring/dashboard:Dashboard"] = ["project"],
        ["gcp:projects/iAMMember:IAMMember"] = ["*"],
        ["gcp:projects/service:Service"] = ["project", "service"],
        ["gcp:serviceaccount/account:Account"] = ["accountId", "project"],
        ["gcp:serviceaccount/iAMMember:IAMMember"] = ["*"],
        ["gcp:storage/bucket:Bucket"] =
        [
            "customPlacementConfig.dataLocations",
            "enableObjectRetention",
            "hierarchicalNamespace.enabled",
            "location",
            "name",
            "project",
        ],
        ["gcp:storage/bucketIAMMember:BucketIAMMember"] = ["*"],
        ["gcp:storage/managedFolder:ManagedFolder"] = ["bucket", "name"],
        ["gcp:storage/managedFolderIamMember:ManagedFolderIamMember"] = ["*"],
        ["kubernetes:apps/v1:DaemonSet"] = ["spec.selector"],
        ["kubernetes:apps/v1:Deployment"] = ["spec.selector"],
        ["kubernetes:apps/v1:StatefulSet"] =
        [
            "spec.podManagementPolicy",
            "spec.revisionHistoryLimit",
            "spec.selector",
            "spec.serviceName",
            "spec.volumeClaimTemplates",
        ],
        ["kubernetes:batch/v1:Job"] = ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
        ["kubernetes:core/v1:ConfigMap"] = ["binaryData", "data"],
        ["kubernetes:core/v1:PersistentVolumeClaim"] =
        [
            "spec.accessModes",
            "spec.selector",
            "spec.storageClassName",
            "spec.volumeName",
        ],
        ["kubernetes:core/v1:Pod"] = ["spec"],
        ["kubernetes:core/v1:ResourceQuota"] = ["spec.scopes"],
        ["kubernetes:core/v1:Secret"] = ["data", "stringData", "type"],
        ["kubernetes:core/v1:Service"] = ["spec.clusterIP"],
        ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding"] = ["roleRef"],
        ["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"] = ["roleRef"],
        ["kubernetes:storage.k8s.io/v1:StorageClass"] = ["parameters", "provisioner"],
        [KubernetesProvider] = ["cluster", "clusterIdentifier", "context"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The arguments of a type whose change makes the provider replace the resource.</summary>
    public static IEnumerable<string> ThatReplace(string type) =>
        (Replacing.TryGetValue(type, out var paths) ? paths : []).Concat(
            IsOfKubernetes(type) ? ["apiVersion", "kind", "metadata.name", "metadata.namespace"] : []
        );

    /// <summary>The arguments of a type that make the provider replace the resource once what they are made from is replaced.</summary>
    public static IEnumerable<string> ThatFollow(string type) =>
        type == KubernetesProvider ? ThatReplace(type).Append("kubeconfig") : ThatReplace(type);

    /// <summary>The arguments of a type whose change the server refuses for an object that exists.</summary>
    public static IEnumerable<string> ThatAreRefused(string type) =>
        IsOfKubernetes(type) && type.EndsWith(":LeaderWorkerSet", StringComparison.Ordinal)
            ? ["spec.leaderWorkerTemplate.subGroupPolicy"]
            : [];

    /// <summary>The argument that holds the name of what is made; two cannot have the same one at a time.</summary>
    public static string? NameOf(string type) =>
        IsOfKubernetes(type) ? "metadata.name"
        : type == "gcp:serviceaccount/account:Account" ? "accountId"
        : type.StartsWith(GoogleCloud, StringComparison.Ordinal) ? "name"
        : null;

    private static bool IsOfKubernetes(string type) => type.StartsWith(Kubernetes, StringComparison.Ordinal);
}
