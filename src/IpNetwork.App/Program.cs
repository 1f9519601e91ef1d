return await IpNetwork.App.CommandLine.RunAsync(args);
