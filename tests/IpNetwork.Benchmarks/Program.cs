using IpNetwork.Benchmarks;

return args switch
{
    ["serve-raw", var connection, var port] => await RawServer.RunAsync(connection, port),
    ["serve-product", var connection, var port, .. var rest] => await ProductServer.RunAsync(connection, port, keepNothing: rest is ["keep-nothing"]),
    ["telltale", .. var rest] => await Telltale.RunAsync(rest is [var pairs] ? int.Parse(pairs, System.Globalization.CultureInfo.InvariantCulture) : 5000),
    _ => await Suite.RunAsync(Options.Parse(args)),
};
