package dev.sieve.train;

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
