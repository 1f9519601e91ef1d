using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tenancy;

/// <summary>The person whose own rows across nodes are read; set only by the few reads that are a person's own.</summary>
internal sealed class CurrentPerson
{
    private PersonId? person;

    public PersonId? Id => person;

    public void Set(PersonId value) =>
        person = person is null || person == value ? value : throw new InvalidOperationException("The person of a unit of work cannot change.");
}
