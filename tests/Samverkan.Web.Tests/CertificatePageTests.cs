using System.Text;
using Samverkan.Dispatch.Certificates;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

public class CertificatePageTests
{
    [Fact]
    public async Task Every_delivery_of_the_story_has_a_page_to_print_and_a_file_that_holds()
    {
        using var world = new World();
        await Story.PlayAsync(world);
        var rows = await world.Log.PageAsync(new Dispatch.DeliveryFilter(Notices: true, Size: 100), CancellationToken.None);
        Assert.NotEmpty(rows.Rows);
        foreach (var row in rows.Rows)
        {
            var page = await world.GetAsync($"/expediering/{row.Id}/intyg");
            var file = await world.GetAsync($"/expediering/{row.Id}/intyg.json");

            Assert.Equal((200, 200), (page.Status, file.Status));
            Assert.All(row.Documents, d => Assert.Contains(d.Value, page.Text, StringComparison.Ordinal));
            Assert.Contains("Intyg om expediering", page.Text, StringComparison.Ordinal);
            Assert.Equal($"attachment; filename=\"intyg-{row.Id}.json\"", file.Headers.ContentDisposition);
            var certificate = CertificateJson.Read(Encoding.UTF8.GetBytes(file.Body));
            Assert.Empty(CertificateCheck.Faults(certificate!));
            Assert.Equal(row.Id, certificate!.Delivery.Id);
        }
    }

    [Theory]
    [InlineData("/expediering/x/intyg")]
    [InlineData("/expediering/folkhalsa.2023.00000000000000000000/intyg.json")]
    public async Task What_is_not_there_is_not_certified(string address)
    {
        using var world = new World();
        Assert.Equal(404, (await world.GetAsync(address)).Status);
    }
}
