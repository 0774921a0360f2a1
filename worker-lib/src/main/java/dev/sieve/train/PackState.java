package dev.sieve.train;

import static dev.sieve.Checks.check;

import dev.sieve.net.pack.NetworkState;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.train.batch.BatchStreams;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Trial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack between two updates: all that it needs to go on as if it had never stopped. Any of its
 * trials may go on without the others, since they share nothing but the random streams of their
 * inputs. Holds the objects of the training themselves, which change with the next update.
 */
public final class PackState implements Serializable {
  private static final long serialVersionUID = 1;

  private final long step;
  private final BatchStreams streams;
  private final ArrayList<TrialState> states;
  private final ArrayList<NetworkState> networks = new ArrayList<>();

  PackState(long step, BatchStreams streams, List<TrialState> states, PackedNetworks networks) {
    this.step = step;
    this.streams = streams;
    this.states = new ArrayList<>(states);
    states.forEach(state -> this.networks.add(networks.state(state.index())));
  }

  private PackState(PackState first, List<TrialState> states, List<NetworkState> networks) {
    this.step = first.step;
    this.streams = first.streams;
    this.states = new ArrayList<>(states);
    this.networks.addAll(networks);
  }

  /**
   * Returns the state of a new pack of {@code trials}, which stopped at the same rung and go on
   * from there. A rung is at the end of an epoch, and each epoch begins with streams of its own, so
   * that they need not have been in one pack before.
   *
   * @param paused the state of each of them, alone; handed over to the new pack
   */
  public static PackState joined(List<PackState> paused, List<Trial> trials) {
    List<TrialState> states = new ArrayList<>();
    List<NetworkState> networks = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      PackState one = paused.get(i);
      check(
          one.states.size() == 1 && one.step == paused.get(0).step,
          "states must be of one trial each, and after %d updates, but one has %d after %d",
          paused.get(0).step,
          one.states.size(),
          one.step);
      one.states.get(0).goOnAs(trials.get(i));
      states.add(one.states.get(0));
      networks.add(one.networks.get(0));
    }
    return new PackState(paused.get(0), states, networks);
  }

  /** Returns the number of updates so far. */
  public long step() {
    return step;
  }

  /** Returns the trials of the pack. */
  public List<Trial> trials() {
    return states.stream().map(TrialState::trial).toList();
  }

  BatchStreams streams() {
    return streams;
  }

  /** Returns the state of {@code trial}, which is one of the pack. */
  TrialState member(Trial trial) {
    return states.get(place(trial));
  }

  /** Returns the network of {@code trial}, which is one of the pack. */
  NetworkState network(Trial trial) {
    return networks.get(place(trial));
  }

  private int place(Trial trial) {
    int place = trials().indexOf(trial);
    if (place < 0) {
      throw new IllegalArgumentException(
          trial.label() + " must be one of the saved pack, but that does not hold it");
    }
    return place;
  }
}
