package dev.sieve.train;

import dev.sieve.net.NetworkState;
import dev.sieve.net.PackedNetworks;
import dev.sieve.trial.Trial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack between two updates: all that it takes to go on as if it had never stopped. Any of its
 * trials may go on without the others, since all that they share is what draws their inputs. Holds
 * the very objects of the training, which change with the next update.
 */
public final class PackState implements Serializable {
  private static final long serialVersionUID = 1;

  private final long step;
  private final BatchStreams streams;
  private final ArrayList<TrialState> runs;
  private final ArrayList<NetworkState> networks = new ArrayList<>();

  PackState(long step, BatchStreams streams, List<TrialState> runs, PackedNetworks networks) {
    this.step = step;
    this.streams = streams;
    this.runs = new ArrayList<>(runs);
    runs.forEach(run -> this.networks.add(networks.state(run.index())));
  }

  /** Returns the number of updates so far. */
  public long step() {
    return step;
  }

  /** Returns the trials of the pack. */
  public List<Trial> trials() {
    return runs.stream().map(TrialState::trial).toList();
  }

  BatchStreams streams() {
    return streams;
  }

  /** Returns {@code trial}, which is one of the pack, as it stood. */
  TrialState run(Trial trial) {
    return runs.get(place(trial));
  }

  /** Returns the network of {@code trial}, which is one of the pack. */
  NetworkState network(Trial trial) {
    return networks.get(place(trial));
  }

  private int place(Trial trial) {
    int place = trials().indexOf(trial);
    if (place < 0) {
      throw new IllegalArgumentException(
          trial.label() + " must be one of the pack that was saved, which holds it not");
    }
    return place;
  }
}
