using System.Collections.Concurrent;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;

namespace IpNetwork.App.Tests.Files;

/// <summary>A room that only these tests have: each of its papers has an owner, and a lock where a test says so.</summary>
internal sealed class PaperRoom : IFileRoom
{
    public const string Purpose = "test-paper";

    private readonly ConcurrentDictionary<Guid, Func<Actor, FileRights>> papers = new();

    public bool Keeps(string purpose) => purpose == Purpose;

    public Task<FileRights> RightsAsync(FileSubject subject, Actor actor, CancellationToken ct) =>
        Task.FromResult(papers.TryGetValue(subject.Id, out var rights) ? rights(actor) : FileRights.None);

    /// <summary>A paper that this person may hand files in for, and nobody else sees.</summary>
    public Guid Of(Guid person) => With(actor => actor.PersonId?.Value == person ? FileRights.Change : FileRights.None);

    public Guid With(Func<Actor, FileRights> rights)
    {
        var paper = Guid.CreateVersion7();
        papers[paper] = rights;
        return paper;
    }

    public void Change(Guid paper, Func<Actor, FileRights> rights) => papers[paper] = rights;
}
