package dev.sieve.trial;

import java.io.Serializable;

/**
 * When and where a trial was trained, in the attempt that gave its result.
 *
 * @param startedAt when its training began, and {@code endedAt} when it ended: its budget was over,
 *     it stopped early, or it failed; milliseconds since 1970-01-01T00:00:00Z
 * @param core of the executor, from 0: the one that trained its pack, which others may have helped
 */
public record TrainingTime(long startedAt, long endedAt, int core) implements Serializable {}
