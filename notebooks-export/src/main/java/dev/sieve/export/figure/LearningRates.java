package dev.sieve.export.figure;

import dev.sieve.export.run.CurvePoint;
import dev.sieve.export.run.RunTrial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The learning rates of a trial: as measured, and at the corners of a triangular schedule, which a
 * measurement per epoch would cut off.
 */
final class LearningRates {
  private LearningRates() {}

  static List<CurvePoint> of(RunTrial trial, List<CurvePoint> curve) {
    if (!trial.row().text("schedule").equals("triangular") || !trial.row().has("half_cycle")) {
      return curve;
    }
    long half = trial.row().count("half_cycle");
    long last = curve.get(curve.size() - 1).step();
    Stream<CurvePoint> corners =
        LongStream.iterate(0, step -> step <= last, step -> step + half)
            .limit(1000)
            .filter(step -> curve.stream().noneMatch(point -> point.step() == step))
            .mapToObj(step -> corner(step, trial, step / half % 2 == 1 ? "eta_max" : "eta_min"));
    return Stream.concat(curve.stream(), corners)
        .sorted(Comparator.comparingLong(CurvePoint::step))
        .toList();
  }

  private static CurvePoint corner(long step, RunTrial trial, String rate) {
    double none = Double.NaN;
    return new CurvePoint(step, none, trial.row().number(rate), none, none, none, none, none, none);
  }
}
