package dev.sieve.driver.conf.read;

import dev.sieve.Suggestion;
import dev.sieve.Texts;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.format.Formats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the list of stages, and each of them over those that it takes something from. */
final class StagesReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  /** The section of {@code reference.conf} that stands for a stage of any name. */
  private static final String TEMPLATE = "NAME";

  /** The stage to narrow from, where the conf names none that can be. */
  private static final String UNKNOWN = "";

  private final Section search;
  private final Section reference;
  private final Optional<DataSource> source;
  private final Scope root;
  private final Problems problems;
  private final Map<String, Scope> scopes = new LinkedHashMap<>();
  private final Map<String, StageConf> confs = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>(); // defined, but not listed
  private final Set<String> missing = new HashSet<>(); // listed, but not defined

  StagesReader(Section search, Section reference, Optional<DataSource> source, Scope root) {
    this.search = search;
    this.reference = reference;
    this.source = source;
    this.root = root;
    this.problems = search.reading().problems();
  }

  /** Returns the stages that could be read, in the order of the list. */
  List<StageConf> read() {
    List<String> names =
        search
            .require("stages", Formats.NAMES, "must be given: the names of the stages, in order")
            .orElse(List.of());
    search.find("stages").ifPresent(entry -> checkNames(entry, names));
    if (!names.isEmpty()) {
      checkListed(names);
    }
    for (String name : names) {
      if (search.section("stage").own(name).isPresent() || isOfItself(name)) {
        read(name);
      }
    }
    return List.copyOf(confs.values());
  }

  /** Returns whether a stage need not be defined, since it goes on from another. */
  private static boolean isOfItself(String name) {
    return name.equals(StageConf.CONFIRM) || name.equals(StageConf.FINAL);
  }

  private void checkNames(Entry entry, List<String> names) {
    if (entry.value() instanceof List<?> list && list.isEmpty()) {
      problems.refuse(entry, "must name at least one stage");
    }
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        problems.refuse(entry, "must hold names of a-z, 0-9 and -, a letter first");
      }
    }
    if (names.contains(StageConf.FINAL) && names.indexOf(StageConf.FINAL) < names.size() - 1) {
      problems.refuse(entry, "must name final last");
    }
    int after = names.contains(StageConf.FINAL) ? 2 : 1;
    if (names.contains(StageConf.CONFIRM)
        && names.indexOf(StageConf.CONFIRM) < names.size() - after) {
      problems.refuse(entry, "must name confirm last, or before final");
    }
  }

  /** Checks that what is listed is defined, and the reverse. */
  private void checkListed(List<String> names) {
    Section defined = search.section("stage");
    for (String name : names) {
      if (!defined.names().contains(name) && !isOfItself(name)) {
        missing.add(name);
        problems.unknownName(
            search.find("stages").orElseThrow(),
            name,
            "lists " + name + ", but there is no search.stage." + name,
            defined.names());
      }
    }
    for (String name : defined.names()) {
      Optional<Entry> entry = defined.own(name).filter(found -> !names.contains(name));
      if (entry.filter(Entry::isSetting).isPresent()) { // such as a mistyped name
        problems.unknownName(
            entry.get(), name, "is defined, but search.stages does not list it", names);
      } else if (entry.isPresent()) {
        left.add(name);
      }
    }
    tellLeft(names);
  }

  private void tellLeft(List<String> names) {
    for (String name : left) {
      String meant =
          Suggestion.nearest(name, names).map(near -> "; did you mean " + near + "?").orElse("");
      search
          .reading()
          .tell(Texts.format("stage %s is not run: search.stages does not list it%s", name, meant));
    }
  }

  private void read(String name) {
    Section stage = search.section("stage").section(name);
    if (name.equals(StageConf.CONFIRM)) {
      readConfirm(stage.over(reference.section("stage").section(name)).knowing(Keys.CONFIRM));
      return;
    }
    stage = stage.over(reference.section("stage").section(TEMPLATE));
    if (name.equals(StageConf.FINAL)) {
      readFinal(stage.knowing(Keys.FINAL));
    } else {
      readSearch(name, stage.knowing(Keys.STAGE));
    }
  }

  private void readSearch(String name, Section stage) {
    boolean narrowed = stage.own("narrow").isPresent();
    Optional<String> from =
        narrowed ? narrowedFrom(stage).or(() -> Optional.of(UNKNOWN)) : Optional.empty();
    Scope scope = Scope.of(stage, from.map(scopes::get).orElse(root));
    scopes.put(name, scope);
    new StageReader(name, stage, scope, from.map(confs::get))
        .read(stage.section("data").over(sharedData()), source, from)
        .ifPresent(conf -> confs.put(name, conf));
  }

  private Optional<String> narrowedFrom(Section stage) {
    Section narrow = stage.section("narrow");
    return narrow
        .require("from", Formats.TEXT, "must be given: the stage to narrow to the best trials of")
        .filter(name -> isEarlier(narrow.find("from").orElseThrow(), name));
  }

  private boolean isEarlier(Entry entry, String name) {
    if (left.contains(name)) {
      problems.refuse(entry, "must be a stage that search.stages lists");
    } else if (!scopes.containsKey(name) && !missing.contains(name)) {
      problems.unknownName(
          entry, name, "names " + name + ", which is no earlier stage", scopes.keySet());
    }
    return scopes.containsKey(name);
  }

  private void readConfirm(Section stage) {
    from(stage, "best trials")
        .ifPresent(
            from -> {
              scopes.put(StageConf.CONFIRM, scopes.get(from));
              new FollowingReader(stage, scopes.get(from))
                  .confirm(Optional.ofNullable(confs.get(from)))
                  .ifPresent(conf -> confs.put(StageConf.CONFIRM, conf));
            });
  }

  private void readFinal(Section stage) {
    from(stage, "best trial")
        .ifPresent(
            from -> {
              Scope scope = Scope.of(stage, scopes.get(from));
              new FollowingReader(stage, scope)
                  .last(finalData(stage), source, from)
                  .ifPresent(conf -> confs.put(StageConf.FINAL, conf));
            });
  }

  /** Returns the stage that {@code stage} goes on from: the one before it, unless it names one. */
  private Optional<String> from(Section stage, String taken) {
    if (scopes.isEmpty()) {
      problems.missing(
          stage.path(), Texts.format("needs a stage before it whose %s it takes", taken));
      return Optional.empty();
    }
    String last = new ArrayList<>(scopes.keySet()).get(scopes.size() - 1);
    String from = stage.read("from", Formats.TEXT).orElse(last);
    if (stage.find("from").isPresent() && !isEarlier(stage.find("from").get(), from)) {
      return Optional.empty();
    }
    stage.reading().use(stage.path() + ".from", from);
    return Optional.of(from);
  }

  /** Returns the data that stages share; what the conf does not say of their split, they may. */
  private Section sharedData() {
    Section data = search.section("data");
    return source
        .flatMap(DataSource::split)
        .map(DataReader::written)
        .map(split -> Section.of(data.path(), split, data.reading()))
        .map(split -> data.withoutDefaults().over(split.over(reference.section("data"))))
        .orElse(data);
  }

  /** Returns the final stage's data, which some sources split in another way by default. */
  private Section finalData(Section stage) {
    Section own = stage.section("data");
    Section shared = sharedData();
    boolean silent = own.own("train").isEmpty() && own.own("validation").isEmpty();
    boolean ownSplit = source.filter(known -> known.kind().finalSplit()).isPresent();
    Section usual = reference.section("stage").section(StageConf.FINAL).section("data");
    return own.over(silent && ownSplit ? usual.over(shared) : shared);
  }
}
