namespace IpNetwork.App.Data;

/// <summary>Who may see and write the rows of a table. A table that says nothing is <see cref="Tenant"/>.</summary>
internal enum Wall
{
    /// <summary>Rows of one node, seen and written in its context alone.</summary>
    Tenant,

    /// <summary>A tenant's rows that a person may also read across nodes when they are about that person.</summary>
    Person,

    /// <summary>Public knowledge without personal data: read by all, written only by the node that publishes it.</summary>
    Published,

    /// <summary>The network itself: read by all; a node's row is written in that node's context.</summary>
    Register,
}

[Flags]
internal enum Access
{
    None = 0,
    Select = 1,
    Insert = 2,
    Update = 4,
    Delete = 8,
    All = Select | Insert | Update | Delete,
}
