package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.driver.conf.AutoSampler;
import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.conf.Sampling;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how a stage samples its space, and what its best configurations are chosen by. */
final class SamplingReader {
  private static final String AUTO = "auto";

  /** {@code auto}, and the names of all samplers. */
  private static final Format<String> SAMPLER =
      Formats.words(
          Stream.concat(Stream.of(AUTO), Stream.of(SamplerName.values()).map(SamplerName::text))
              .toList(),
          name -> name);

  private static final Format<Integer> BATCH = Formats.INTEGER.obeying(Rule.AT_LEAST_ONE);
  private static final Format<ChooseBy> CHOOSE = Formats.words(ChooseBy.values(), ChooseBy::text);

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
        .flatMap(name -> name.equals(AUTO) ? chosen(space, narrowed, trials) : named(name));
  }

  private Optional<SamplerName> chosen(
      Optional<SearchSpace> space, boolean narrowed, Optional<Integer> trials) {
    Optional<AutoSampler> auto = space.map(known -> AutoSampler.of(known, narrowed, trials));
    auto.ifPresent(
        chosen -> {
          stage.reading().use(stage.path() + ".sampler", chosen.sampler().text());
          if (!chosen.why().isEmpty()) {
            stage
                .reading()
                .tell(
                    "%s.sampler is %s: %s"
                        .formatted(stage.path(), chosen.sampler().text(), chosen.why()));
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
   * Returns how {@code sampler} samples. Runs of before these keys existed go on, since neither
   * stands among those of a random stage or a grid that chooses by the mean.
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
    return batch.flatMap(
        size ->
            choose.map(by -> new Sampling(sampler, sampler.learns() ? size : configurations, by)));
  }
}
