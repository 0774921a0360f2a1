package dev.sieve.driver.cli;

import dev.sieve.blas.Blas;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.ImageSources;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.search.NetworkCheck;
import dev.sieve.driver.spark.SparkSessions;
import dev.sieve.net.GradientCheck.GroupErrors;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares gradients with numerical ones, and the production step with both. */
@Command(
    name = "gradcheck",
    description = "Checks the gradients of the first network that a conf would train.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class GradcheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Override
  public Integer call() {
    SearchConf conf = options.read();
    NetworkCheck check =
        NetworkCheck.run(
            conf, ImageSources.open(conf.source(), SparkSessions.hadoop()), Blas.load(conf.blas()));
    print(check, spec.commandLine().getOut());
    if (!check.passed()) {
      throw new SearchFailure(
          "gradients are wrong: by central differences an error must be below %s, of the step below %s"
              .formatted(NetworkCheck.CENTRAL, NetworkCheck.PRODUCTION));
    }
    return 0;
  }

  private static void print(NetworkCheck check, PrintWriter out) {
    out.printf(
        "Trial %s: hidden %s, l2 %s, %d images%n",
        check.trial().label(),
        check.trial().hyperparameters().hiddenText(),
        check.trial().hyperparameters().l2(),
        check.images());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("group", "parameters", "kinks", "forward", "central", "production step"));
    for (GroupErrors errors : check.errors()) {
      rows.add(
          List.of(
              errors.group(),
              String.valueOf(errors.checked()),
              String.valueOf(errors.kinks()),
              number(errors.forward()),
              number(errors.central()),
              number(errors.production())));
    }
    out.print(TextTable.aligned(rows));
    out.println(
        "forward, central: largest relative error of the double reference against difference"
            + " quotients;");
    out.println("production step: norm of (W − W′)/η against the reference.");
    out.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2e", value);
  }
}
