package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.Texts;
import dev.sieve.driver.conf.AutoSampler;
import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.conf.Sampling;
import dev.sieve.driver.conf.StopWhen;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads how a stage samples its space, what ends it, and what its best configurations are chosen
 * by.
 */
final class SamplingReader {
  private static final String AUTO = "auto";

  /** {@code auto}, and the names of all samplers. */
  private static final Format<String> SAMPLER =
      Formats.words(
          Stream.concat(Stream.of(AUTO), Stream.of(SamplerName.values()).map(SamplerName::text))
              .toList(),
          name -> name);

  private static final Format<Integer> BATCH = Formats.INTEGER.obeying(Rule.AT_LEAST_ONE);
  private static final Format<Integer> ROUNDS = Formats.INTEGER.obeying(Rule.AT_LEAST_ONE);
  private static final Format<Double> OUTSIDE = Formats.NUMBER.obeying(Rule.PROBABILITY);
  private static final Format<ChooseBy> CHOOSE = Formats.words(ChooseBy.values(), ChooseBy::text);

  private static final Format<StopWhen> STOP_WHEN =
      Formats.words(StopWhen.values(), StopWhen::text);

  private final Section stage;

  SamplingReader(Section stage) {
    this.stage = stage;
  }

  /**
   * Returns the sampler, and writes it down: where the stage leaves the choice to Sieve, the one
   * that was chosen, which is told with its reason.
   *
   * @param narrowed whether the space is to be
   * @param trials as the stage has them
   */
  Optional<SamplerName> sampler(
      Optional<SearchSpace> space, boolean narrowed, Optional<Integer> trials) {
    return stage
        .read("sampler", SAMPLER)
        .flatMap(name -> name.equals(AUTO) ? chosen(space, narrowed, trials) : named(name))
        .filter(this::fitsRounds);
  }

  private boolean fitsRounds(SamplerName sampler) {
    boolean fits = sampler == SamplerName.SOBOL || rounds().orElse(1) == 1;
    if (!fits) {
      stage
          .reading()
          .problems()
          .refuse(
              stage.find("sampler").orElseThrow(),
              "must be sobol or auto where rounds is above 1: boxes get points that are spread evenly");
    }
    return fits;
  }

  private Optional<Integer> rounds() {
    return stage.within(stage.reading().checkOnly()).read("rounds", ROUNDS);
  }

  private Optional<SamplerName> chosen(
      Optional<SearchSpace> space, boolean narrowed, Optional<Integer> trials) {
    boolean boxes = rounds().filter(n -> n > 1).isPresent();
    Optional<AutoSampler> auto =
        space.map(
            known ->
                boxes
                    ? new AutoSampler(SamplerName.SOBOL, "rounds is above 1")
                    : AutoSampler.of(known, narrowed, trials));
    auto.ifPresent(
        chosen -> {
          stage.reading().use(stage.path() + ".sampler", chosen.sampler().text());
          if (!chosen.why().isEmpty()) {
            stage
                .reading()
                .tell(
                    Texts.format(
                        "%s.sampler is %s: %s",
                        stage.path(), chosen.sampler().text(), chosen.why()));
          }
        });
    return auto.map(AutoSampler::sampler);
  }

  private static Optional<SamplerName> named(String text) {
    return List.of(SamplerName.values()).stream()
        .filter(sampler -> sampler.text().equals(text))
        .findFirst();
  }

  /**
   * Returns how {@code sampler} samples. Runs of before these keys existed go on, since none stands
   * among those of a random stage or a grid that chooses by the mean.
   *
   * @param configurations of the stage
   */
  Optional<Sampling> sampling(SamplerName sampler, int configurations) {
    Section silent = stage.within(stage.reading().checkOnly());
    Optional<Integer> batch = (sampler.learns() ? stage : silent).read("batch", BATCH);
    ChooseBy usual = sampler.learns() ? ChooseBy.POSTERIOR_MEAN : ChooseBy.MEAN;
    Optional<ChooseBy> choose =
        stage.find("choose").isPresent() ? silent.read("choose", CHOOSE) : Optional.of(usual);
    choose
        .filter(by -> sampler.learns() || by != usual)
        .ifPresent(by -> stage.reading().use(stage.path() + ".choose", by.text()));
    Optional<Double> outside = silent.read("outside", OUTSIDE);
    Optional<Integer> rounds = rounds().filter(n -> fits(n, configurations));
    Optional<StopWhen> stop = stopWhen(sampler);
    if (batch.isEmpty()
        || choose.isEmpty()
        || rounds.isEmpty()
        || outside.isEmpty()
        || stop.isEmpty()) {
      return Optional.empty();
    }
    int size = sampler.learns() ? batch.get() : configurations;
    if (rounds.get() == 1) {
      return Optional.of(new Sampling(sampler, size, choose.get(), 1, 0, stop.get()));
    }
    stage.reading().use(stage.path() + ".rounds", rounds.get());
    stage.reading().use(stage.path() + ".outside", outside.get());
    return Optional.of(new Sampling(sampler, size, choose.get(), rounds.get(), outside.get()));
  }

  /** Returns what ends the stage early, and writes it down where something does. */
  private Optional<StopWhen> stopWhen(SamplerName sampler) {
    Section silent = stage.within(stage.reading().checkOnly());
    Optional<StopWhen> stop = silent.read("stop-when", STOP_WHEN);
    if (stop.equals(Optional.of(StopWhen.NO_GAIN))) {
      if (!sampler.learns()) {
        stage
            .reading()
            .problems()
            .refuse(
                stage.find("stop-when").orElseThrow(),
                Texts.format(
                    "must be none where the sampler is %s, which expects nothing: gp and tpe do",
                    sampler.text()));
        return Optional.empty();
      }
      stage.reading().use(stage.path() + ".stop-when", StopWhen.NO_GAIN.text());
    }
    return stop;
  }

  private boolean fits(int rounds, int configurations) {
    if (rounds > configurations) {
      stage
          .reading()
          .problems()
          .refuse(
              stage.find("rounds").orElseThrow(),
              "must be at most the " + configurations + " trials of the stage");
    }
    return rounds <= configurations;
  }
}
