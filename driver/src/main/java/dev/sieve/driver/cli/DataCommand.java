package dev.sieve.driver.cli;

import dev.sieve.driver.cli.option.Version;
import picocli.CommandLine.Command;

/** Data sets, before any search. */
@Command(
    name = "data",
    description = "Fetches or describes a data set.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {DataFetchCommand.class, DataDescribeCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class DataCommand {}
