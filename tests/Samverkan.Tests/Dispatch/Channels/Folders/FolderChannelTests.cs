using System.Text;
using System.Text.Json;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Folders;

namespace Samverkan.Tests.Dispatch.Channels.Folders;

public sealed class FolderChannelTests : IDropFolders
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private DropOutcome _outcome = DropOutcome.Written;
    private string? _place;

    [Fact]
    public async Task The_documents_the_letter_and_the_manifest_are_dropped_under_the_deliverys_id()
    {
        var parcel = ToFolder(Parcels.Adopted());

        var result = await new FolderChannel(this).SendAsync(parcel, default);

        Assert.Equal((AttemptOutcome.HandedOver, FolderCodes.Written), (result.Outcome, result.Code));
        Assert.Equal($"region-mottagning/{parcel.Id}", _place);
        Assert.Equal(
            ["handlingar/Verksamhetsplan för folkhälsa 2023.pdf", "handlingar/§ 193.txt", "foljebrev.txt", "foljebrev.html", "manifest.json"],
            _files.Keys);
        Assert.Equal(Parcels.PlanBytes, _files["handlingar/Verksamhetsplan för folkhälsa 2023.pdf"]);
        Assert.Equal(parcel.Letter.Text, Encoding.UTF8.GetString(_files["foljebrev.txt"]));
        using var manifest = JsonDocument.Parse(_files["manifest.json"]);
        Assert.Equal("adopted", manifest.RootElement.GetProperty("version").GetString());
        var plan = manifest.RootElement.GetProperty("documents")[0];
        Assert.Equal(Parcels.Plan.Hash.Value, plan.GetProperty("sha256").GetString());
        Assert.Equal("handlingar/Verksamhetsplan för folkhälsa 2023.pdf", plan.GetProperty("file").GetString());
    }

    [Theory]
    [InlineData(DropOutcome.AlreadyThere, AttemptOutcome.HandedOver, FolderCodes.AlreadyThere)]
    [InlineData(DropOutcome.Full, AttemptOutcome.Transient, FolderCodes.Full)]
    [InlineData(DropOutcome.Denied, AttemptOutcome.Transient, FolderCodes.Denied)]
    [InlineData(DropOutcome.Failed, AttemptOutcome.Transient, FolderCodes.Failed)]
    public async Task What_became_of_the_drop_is_what_became_of_the_try(DropOutcome outcome, AttemptOutcome expected, string code)
    {
        _outcome = outcome;
        var result = await new FolderChannel(this).SendAsync(ToFolder(Parcels.Adopted()), default);
        Assert.Equal((expected, code), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task A_document_that_changes_between_the_check_and_the_copy_is_never_handed_over()
    {
        var opened = 0;
        var parcel = ToFolder(Parcels.Adopted());
        var open = parcel.Open;
        parcel = parcel with { Open = (hash, token) => ++opened <= 2 ? open(hash, token) : Task.FromResult<Stream?>(new MemoryStream([1, 2, 3])) };
        var result = await new FolderChannel(this).SendAsync(parcel, default);
        Assert.Equal((AttemptOutcome.Permanent, MailCodes.DocumentChanged), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task A_name_that_no_file_system_holds_gives_way_and_stands_in_the_manifest()
    {
        var name = new string('å', 118) + ".pdf";
        var parcel = ToFolder(Parcels.Adopted());
        parcel = parcel with { Documents = [Parcels.Plan with { Name = name }] };
        await new FolderChannel(this).SendAsync(parcel, default);
        Assert.Contains("handlingar/handling 1.pdf", _files.Keys);
        using var manifest = JsonDocument.Parse(_files["manifest.json"]);
        Assert.Equal(name, manifest.RootElement.GetProperty("documents")[0].GetProperty("name").GetString());
    }

    public async Task<DropOutcome> WriteAsync(string folder, string drop, IReadOnlyList<DropFile> files, CancellationToken cancellation)
    {
        _place = $"{folder}/{drop}";
        foreach (var file in files)
        {
            using var bytes = new MemoryStream();
            await file.Write(bytes, cancellation);
            _files[file.Path] = bytes.ToArray();
        }

        return _outcome;
    }

    private static Parcel ToFolder(Parcel parcel)
    {
        Assert.True(Samverkan.Agreements.Channel.TryCreate(ChannelType.Folder, "region-mottagning", out var channel, out var problem), problem);
        return parcel with { Channel = channel };
    }
}
