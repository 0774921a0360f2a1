package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.driver.check.NetworkCheck;
import dev.sieve.net.check.GradientErrors;
import dev.sieve.net.check.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code gradcheck} prints: errors and weights by parameter group. */
public final class GradcheckText {
  private GradcheckText() {}

  public static String of(NetworkCheck check) {
    return Texts.format(
            "Trial %s: hidden %s, l2 %s, initialization %s, %d images%n%n",
            check.trial().label(),
            check.trial().hyperparameters().hiddenText(),
            check.trial().hyperparameters().l2(),
            check.trial().hyperparameters().initialization().text(),
            check.images())
        + Texts.format(
            "Relative errors |ga − gn| / max(1e-5, |ga| + |gn|), by forward and central differences;%n")
        + Texts.format("production step: norm of (W − W′)/η − ga, relative to that of ga%n")
        + table(check, RELATIVE, GradcheckText::relative)
        + Texts.format("%nAbsolute errors |ga − gn|%n")
        + table(check, ABSOLUTE, GradcheckText::absolute)
        + Texts.format("%nParameters%n")
        + table(check, PARAMETERS, GradcheckText::parameters);
  }

  private static final List<String> RELATIVE =
      List.of(
          "group",
          "checked",
          "kinks",
          "forward max",
          "forward mean",
          "central max",
          "central mean",
          "production step");

  private static List<String> relative(GradientErrors errors) {
    return List.of(
        errors.group(),
        String.valueOf(errors.compared()),
        String.valueOf(errors.kinks()),
        number(errors.forward().max()),
        number(errors.forward().mean()),
        number(errors.central().max()),
        number(errors.central().mean()),
        number(errors.production()));
  }

  private static final List<String> ABSOLUTE =
      List.of(
          "group",
          "forward max",
          "forward mean",
          "forward std",
          "central max",
          "central mean",
          "central std");

  private static List<String> absolute(GradientErrors errors) {
    Spread forward = errors.absoluteForward();
    Spread central = errors.absoluteCentral();
    return List.of(
        errors.group(),
        number(forward.max()),
        number(forward.mean()),
        number(forward.deviation()),
        number(central.max()),
        number(central.mean()),
        number(central.deviation()));
  }

  private static final List<String> PARAMETERS = List.of("group", "mean", "min", "max");

  private static List<String> parameters(GradientErrors errors) {
    Spread weights = errors.weights();
    return List.of(
        errors.group(), number(weights.mean()), number(weights.min()), number(weights.max()));
  }

  private static String table(
      NetworkCheck check, List<String> header, Function<GradientErrors, List<String>> row) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header);
    check.errors().forEach(errors -> rows.add(row.apply(errors)));
    return TextTable.aligned(rows);
  }

  /** Returns which groups are wrong, and by how much: one line. */
  public static String failure(List<GradientErrors> wrong) {
    return Texts.format(
            "gradients are wrong: errors by central differences must be below %s and those of the step below %s, but were ",
            number(NetworkCheck.CENTRAL), number(NetworkCheck.PRODUCTION))
        + wrong.stream()
            .map(
                group ->
                    Texts.format(
                        "%s and %s in %s",
                        number(group.central().max()), number(group.production()), group.group()))
            .collect(Collectors.joining("; "));
  }

  /** Returns a dash for the mean of nothing. */
  private static String number(double value) {
    return Double.isNaN(value) ? "-" : Texts.format("%.2e", value);
  }
}
