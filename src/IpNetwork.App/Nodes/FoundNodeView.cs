using IpNetwork.App.Shell;

namespace IpNetwork.App.Nodes;

public sealed record FoundNodeView(string Action, LinkView Tree, FormState Form, IReadOnlyList<FieldOption> Kinds, IReadOnlyList<FieldOption> Parents);
