using Samverkan.Web.Tests.Support;
namespace Samverkan.Web.Tests;
public class Smoke
{
    [Fact]
    public async Task Runs()
    {
        using var world = new World();
        await Story.PlayAsync(world);
        var reply = await world.GetAsync("/");
        Assert.Equal(200, reply.Status);
        File.WriteAllText("/tmp/smoke.html", reply.Body);
    }
}
