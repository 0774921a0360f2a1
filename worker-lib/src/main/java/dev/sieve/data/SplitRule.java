package dev.sieve.data;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * How the pool is split, before it is known which images are in it. Where one selection names files
 * and the other counts images, these are counted among the files not named.
 */
public record SplitRule(Selection train, Selection validation) implements Serializable {
  public SplitRule {
    requireNonNull(train, "train is null");
    requireNonNull(validation, "validation is null");
    List<String> both = train.files().stream().filter(validation.files()::contains).toList();
    check(both.isEmpty(), "no file may both train and validate, but these do: %s", both);
  }
}
