using System.Diagnostics;
using System.Net.Sockets;

namespace StackConfig.Tests.Reading;

public sealed class SpecialFileTests
{
    private const string NotRegular = "cannot be read: it is not a regular file.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_is_refused_without_waiting_for_its_writer(bool isLinked)
    {
        using var project = new TemporaryProject();
        var pipe = Path.Combine(project.Directory, isLinked ? "pipe" : "Pulumi.dev.yaml");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        if (isLinked)
        {
            Link(project, pipe);
        }

        AssertRefused(project, NotRegular);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev")]
    public void A_device_or_directory_behind_a_link_is_refused(string target)
    {
        using var project = new TemporaryProject();
        Link(project, target);

        AssertRefused(project, NotRegular);
    }

    [Fact]
    public void A_directory_is_refused()
    {
        using var project = new TemporaryProject();
        Directory.CreateDirectory(Path.Combine(project.Directory, "Pulumi.dev.yaml"));

        AssertRefused(project, NotRegular);
    }

    [Fact]
    public void A_socket_is_refused()
    {
        using var project = new TemporaryProject();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(project.Directory, "Pulumi.dev.yaml")));

        AssertRefused(project, NotRegular);
    }

    [Fact]
    public void A_file_of_more_than_4_MiB_is_refused()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", new string('#', (4 << 20) + 1));

        AssertRefused(project, "cannot be read: it is larger than 4 MiB.");
    }

    private static void Link(TemporaryProject project, string target) =>
        File.CreateSymbolicLink(Path.Combine(project.Directory, "Pulumi.dev.yaml"), target);

    private static void AssertRefused(TemporaryProject project, string message)
    {
        Assert.Null(project.Read());
        Assert.Equal([$" : {message}"], project.Errors);
    }
}
