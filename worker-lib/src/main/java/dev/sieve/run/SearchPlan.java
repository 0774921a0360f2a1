package dev.sieve.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sieve.space.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search resolved to: its data, and its stages with what they search, as far as it is known.
 * The same search gives the same plan, wherever it runs.
 *
 * @param search name of the search
 * @param seed of all its random streams
 * @param metric what it maximizes, as confs call it; null, and left out of the file, where that is
 *     accuracy
 * @param stages all of them, in the order in which they run
 */
public record SearchPlan(
    String search,
    long seed,
    Data data,
    @JsonInclude(JsonInclude.Include.NON_NULL) String metric,
    List<Stage> stages) {

  public SearchPlan {
    stages = List.copyOf(stages);
  }

  /**
   * The data set.
   *
   * @param source its kind, as confs call it
   * @param settings keys of the section {@code data} that the source reads, with their values:
   *     {@code path}, {@code synthetic.seed}
   * @param parts the files of the pool, in its order; one where it comes in no files
   * @param examples of the pool, to train and to validate on
   * @param testExamples which are never trained on
   * @param inputs values of one example
   * @param image shape of each example; null where they are no images
   * @param classes how many
   * @param classNames one per class; null where they have none
   * @param fingerprint hash of all values and labels
   */
  public record Data(
      String source,
      Map<String, Object> settings,
      List<Part> parts,
      int examples,
      int testExamples,
      int inputs,
      Image image,
      int classes,
      List<String> classNames,
      String fingerprint) {}

  /** One file of the pool. */
  public record Part(String name, int examples) {}

  /** The shape of an image, in pixels. */
  public record Image(int height, int width, int channels) {}

  /**
   * One stage.
   *
   * @param sampler how its points are drawn; null where it trains the best of an earlier stage
   * @param repeats trainings of each configuration
   * @param configurations how many it plans
   * @param trials configurations × repeats
   * @param normalization of the inputs
   * @param components principal components that are its inputs; null, and left out of the file,
   *     where all inputs are
   * @param train training examples, and {@code validation} validation examples; null until its
   *     trials are known
   * @param narrowed where its space comes from an earlier stage; null where it stands in the conf
   * @param axes the hyperparameters that its configurations have; null until its trials are known
   * @param reasons why bounds moved, round by round: a sentence for each hyperparameter
   * @param saving how it is to train less than all trials to the end, a sentence for each rule
   */
  public record Stage(
      String name,
      String sampler,
      int repeats,
      int configurations,
      int trials,
      String normalization,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer components,
      Integer train,
      Integer validation,
      Narrowed narrowed,
      List<SearchedAxis> axes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reasons,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> saving) {
    /** The stage that trains the best configuration once more. */
    public static final String FINAL = "final";

    public Stage {
      reasons = reasons == null ? List.of() : List.copyOf(reasons); // older runs have none
      saving = saving == null ? List.of() : List.copyOf(saving);
    }

    /** None of whose bounds has moved, and that trains all. */
    public Stage(
        String name,
        String sampler,
        int repeats,
        int configurations,
        int trials,
        String normalization,
        Integer components,
        Integer train,
        Integer validation,
        Narrowed narrowed,
        List<SearchedAxis> axes) {
      this(
          name,
          sampler,
          repeats,
          configurations,
          trials,
          normalization,
          components,
          train,
          validation,
          narrowed,
          axes,
          List.of(),
          List.of());
    }

    /** Returns this stage, with {@code more} reasons. */
    public Stage with(List<String> more) {
      return new Stage(this, joined(reasons, more), saving);
    }

    /** Returns this stage, with {@code more} rules of saving. */
    public Stage saving(List<String> more) {
      return new Stage(this, reasons, joined(saving, more));
    }

    private static List<String> joined(List<String> some, List<String> more) {
      List<String> all = new ArrayList<>(some);
      all.addAll(more);
      return all;
    }

    private Stage(Stage known, List<String> reasons, List<String> saving) {
      this(
          known.name,
          known.sampler,
          known.repeats,
          known.configurations,
          known.trials,
          known.normalization,
          known.components,
          known.train,
          known.validation,
          known.narrowed,
          known.axes,
          reasons,
          saving);
    }

    /** Returns a stage of which nothing but its name is known. */
    public static Stage named(String name) {
      return new Stage(name, null, 0, 0, 0, null, null, null, null, null, null);
    }

    public boolean isFinal() {
      return name.equals(FINAL);
    }

    /** Returns whether it draws the combinations of listed values. */
    public boolean isGrid() {
      return "grid".equals(sampler);
    }

    /** Returns its axis that the table {@code trials} shows in {@code column}. */
    public Optional<SearchedAxis> axis(String column) {
      return axes == null
          ? Optional.empty()
          : axes.stream().filter(axis -> axis.columns().contains(column)).findFirst();
    }
  }

  /**
   * Where a space comes from.
   *
   * @param from an earlier stage
   * @param best how many of its best configurations decide; 0 for all that noise does not tell from
   *     the best one
   * @param margin share of the width of a domain that is added on both sides
   * @param reason in a sentence
   */
  public record Narrowed(String from, int best, double margin, String reason) {}

  /**
   * A hyperparameter, and what a stage searched of it.
   *
   * @param key in the conf, below {@code space} or {@code training}
   * @param name by which people know it
   * @param title in words, without {@code symbol} and {@code unit}, which are empty where it has
   *     none
   * @param columns of the table {@code trials} that show it
   * @param numeric whether its values are numbers
   */
  public record SearchedAxis(
      String key,
      String name,
      String title,
      String symbol,
      String unit,
      List<String> columns,
      boolean numeric,
      PlannedDomain domain) {}

  /**
   * The values that were searched.
   *
   * @param kind {@code log-uniform}, {@code uniform} or {@code integer}, between two {@code
   *     values}; {@code choice} of the {@code values}
   * @param values as a conf has them
   */
  public record PlannedDomain(String kind, List<Object> values) {
    /** A list of values. */
    public static final String CHOICE = "choice";

    /** Returns whether it holds all numbers between two. */
    public boolean isRange() {
      return !kind.equals(CHOICE);
    }

    /** Returns whether equal ratios are equally likely. */
    public boolean isLogarithmic() {
      return kind.equals(Domain.LogUniform.KIND);
    }

    /** Returns its numbers; none where its values are something else. */
    public List<Double> numbers() {
      return values.stream()
          .filter(Number.class::isInstance)
          .map(value -> ((Number) value).doubleValue())
          .toList();
    }

    /** Returns whether it takes more than one value. */
    public boolean isSearched() {
      return isRange() || values.size() > 1;
    }
  }
}
