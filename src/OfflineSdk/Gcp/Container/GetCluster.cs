namespace Pulumi.Gcp.Container;

public static class GetCluster
{
    public static Task<GetClusterResult> InvokeAsync(GetClusterArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetClusterResult>("gcp:container/getCluster:getCluster", args, options);

    public static Output<GetClusterResult> Invoke(GetClusterInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetClusterResult>("gcp:container/getCluster:getCluster", args, options);

    public static Output<GetClusterResult> Invoke(GetClusterInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetClusterResult>("gcp:container/getCluster:getCluster", args, options);
}
