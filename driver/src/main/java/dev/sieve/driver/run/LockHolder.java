package dev.sieve.driver.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a run directory.
 *
 * @param host name of the machine
 * @param machine what tells it, and the name space of its process ids, from all others; empty where
 *     the system does not say
 * @param process id of the process
 * @param started when that process began, in milliseconds since 1970, for ids are used again
 * @param token of this very lock
 * @param beat changes as long as the holder is alive
 */
record LockHolder(
    String host, String machine, long process, long started, String token, long beat) {
  /** Where the holder's name stands. */
  static final String FILE = ".lock";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns this process, with a token of its own. */
  static LockHolder here() {
    ProcessHandle self = ProcessHandle.current();
    return new LockHolder(
        Host.name(), thisMachine(), self.pid(), started(self), UUID.randomUUID().toString(), 0);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
  }

  /** Only Linux tells; elsewhere, a stale heartbeat marks the holder dead. */
  private static String thisMachine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** Returns the same holder a moment later. */
  LockHolder next() {
    return new LockHolder(host, machine, process, started, token, beat + 1);
  }

  /** Returns whether it is alive, where that is known: of a process of this very machine. */
  Optional<Boolean> isAlive() {
    return machine.isEmpty() || !machine.equals(thisMachine())
        ? Optional.empty()
        : Optional.of(
            ProcessHandle.of(process).filter(found -> started(found) == started).isPresent());
  }

  /** Returns how messages name it. */
  String text() {
    return Texts.format("process %d on %s", process, host);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  /** Returns the holder that {@code json} names. */
  static LockHolder parse(String json) throws JsonProcessingException {
    return JSON.readValue(json, LockHolder.class);
  }
}
