package dev.sieve.team;

import static dev.sieve.Checks.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The cores of this JVM, which the packs that train in it share evenly: one that has nothing else
 * to do helps others. Thread-safe.
 */
public final class Cores {
  private final int count;
  private final List<Team> teams = new ArrayList<>();

  public Cores(int count) {
    check(count >= 1, "cores must be >= 1, but were %d", count);
    this.count = count;
  }

  /** Returns as many as this JVM may use. */
  public static Cores ofThisMachine() {
    return new Cores(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns a team for the calling thread, which gets its share of the cores as long as it is open:
   * more when other teams close, fewer when others begin.
   */
  public synchronized Team join() {
    Team team = new Team(this, count);
    teams.add(team);
    share();
    return team;
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
