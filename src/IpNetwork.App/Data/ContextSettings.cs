using System.Data.Common;

namespace IpNetwork.App.Data;

/// <summary>The one statement that tells PostgreSQL for whom a transaction runs. Always local to the transaction.</summary>
internal static class ContextSettings
{
    public static string? Statement(DbCommand command, INodeContext context)
    {
        var calls = new List<string>(2);
        Add("app.node", "@__node", context.NodeSetting);
        Add("app.person", "@__person", context.PersonSetting);
        Add("app.scope", "@__scope", context.ScopeSetting);
        return calls.Count == 0 ? null : $"select {string.Join(", ", calls)}";

        void Add(string setting, string parameter, string? value)
        {
            if (value is null)
            {
                return;
            }

            calls.Add($"set_config('{setting}', {parameter}, true)");
            var p = command.CreateParameter();
            p.ParameterName = parameter;
            p.Value = value;
            command.Parameters.Add(p);
        }
    }
}
