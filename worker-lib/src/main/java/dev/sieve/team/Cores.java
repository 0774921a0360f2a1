package dev.sieve.team;

import static dev.sieve.Checks.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The cores of this JVM. The packs that train in it share them evenly; cores without a pack of
 * their own help the others. Thread-safe.
 */
public final class Cores {
  private final int count;
  private final List<Team> teams = new ArrayList<>();

  public Cores(int count) {
    check(count >= 1, "cores must be >= 1, but were %d", count);
    this.count = count;
  }

  /** Returns all cores that this JVM may use. */
  public static Cores ofThisMachine() {
    return new Cores(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns a team for the calling thread. While it is open it has an equal share of the cores:
   * more after other teams close, fewer after others open.
   */
  public synchronized Team join() {
    Team team = new Team(this, count, freeCore());
    teams.add(team);
    share();
    return team;
  }

  /** Returns the first core, of as many as there need be, whose thread leads no team. */
  private int freeCore() {
    int core = 0;
    while (isTaken(core)) {
      core++;
    }
    return core;
  }

  private boolean isTaken(int core) {
    return teams.stream().anyMatch(team -> team.core() == core);
  }

  synchronized void leave(Team team) {
    teams.remove(team);
    share();
  }

  private void share() {
    for (int i = 0; i < teams.size(); i++) {
      int more = i < count % teams.size() ? 1 : 0;
      teams.get(i).resize(Math.max(1, count / teams.size() + more));
    }
  }
}
