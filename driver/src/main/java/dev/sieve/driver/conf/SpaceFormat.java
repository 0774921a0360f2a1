package dev.sieve.driver.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import dev.sieve.space.AugmentationSpace;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.Map;

/** How a space is written: as the section {@code space} of a conf that would search all of it. */
public final class SpaceFormat {
  private final ScheduleSpace schedule;
  private Config written = ConfigFactory.empty();

  private SpaceFormat(ScheduleSpace schedule) {
    this.schedule = schedule;
  }

  /**
   * Returns the domain of each hyperparameter, in strings, numbers, lists and maps. Single values
   * are lists of one; numbers that the shape of the learning rate does without are left out.
   */
  public static Map<String, Object> write(SearchSpace space) {
    SpaceFormat format = new SpaceFormat(space.schedule());
    format.put(Axis.L2, space.l2(), DomainFormats.ofNumbers(Formats.NUMBER));
    format.put(Axis.BATCH_SIZE, space.batchSize(), DomainFormats.ofIntegers(Formats.INTEGER));
    format.put(Axis.HIDDEN, space.hidden(), DomainFormats.ofHidden(NetworkFormats.HIDDEN));
    format.put(
        Axis.INITIALIZATION,
        space.initialization(),
        DomainFormats.ofChoices(NetworkFormats.INITIALIZATION));
    format.put(
        Axis.OBJECTIVE, space.objective(), DomainFormats.ofChoices(NetworkFormats.OBJECTIVE));
    format.put(
        Axis.LABEL_SMOOTHING, space.labelSmoothing(), DomainFormats.ofNumbers(Formats.NUMBER));
    format.put(
        Axis.OPTIMIZER, space.optimizer(), DomainFormats.ofChoices(NetworkFormats.OPTIMIZER));
    format.put(Axis.DROPOUT, space.dropout(), DomainFormats.ofNumbers(Formats.NUMBER));
    format.putSchedule();
    format.putAugmentation(space.augmentation());
    format.put(Axis.EPOCHS, space.epochs(), DomainFormats.ofIntegers(Formats.INTEGER));
    return format.written.root().unwrapped();
  }

  private void putSchedule() {
    Axis largest = ScheduleKeys.largest(schedule.shape());
    put(largest, schedule.eta(), DomainFormats.ofNumbers(Formats.NUMBER));
    put(Axis.ETA_MIN, schedule.etaMin(), DomainFormats.ofNumbers(Formats.NUMBER));
    put(Axis.HALF_CYCLE, schedule.halfCycle(), DomainFormats.ofHalfCycles(TimeFormats.HALF_CYCLE));
    put(Axis.DECAY_FACTOR, schedule.decayFactor(), DomainFormats.ofNumbers(Formats.NUMBER));
    put(Axis.DECAY_EVERY, schedule.decayEvery(), DomainFormats.ofIntegers(Formats.INTEGER));
  }

  private void putAugmentation(AugmentationSpace space) {
    put(Axis.FLIP, space.flip(), DomainFormats.ofNumbers(Formats.NUMBER));
    put(Axis.SHIFT, space.shift(), DomainFormats.ofIntegers(Formats.INTEGER));
    put(Axis.SHIFT_FILL, space.fill(), DomainFormats.ofChoices(HyperparameterReader.FILL));
    put(Axis.NOISE, space.noise(), DomainFormats.ofNumbers(Formats.NUMBER));
    put(Axis.INPUT_DROPOUT, space.dropout(), DomainFormats.ofNumbers(Formats.NUMBER));
  }

  private <T> void put(Axis axis, Domain<T> domain, Format<Domain<T>> format) {
    if (!axis.isOfSchedule() || ScheduleKeys.axes(schedule.shape()).contains(axis)) {
      written = written.withValue(axis.key(), ConfigValueFactory.fromAnyRef(format.write(domain)));
    }
  }
}
