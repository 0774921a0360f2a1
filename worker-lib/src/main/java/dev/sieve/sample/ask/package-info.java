/**
 * The entry to all samplers. Describe what is searched as a {@link dev.sieve.sample.cube.Cube}, one
 * axis a hyperparameter, and choose a {@link dev.sieve.sample.ask.SamplerName}; then either
 *
 * <ul>
 *   <li>ask and tell, by an {@link dev.sieve.sample.ask.AskTell}:
 *       <pre>{@code
 * AskTell search = new AskTell(SamplerName.GP.over(cube, seed, budget));
 * while (search.history().size() < budget) {
 *   for (Asked asked : search.ask(8)) {
 *     search.tell(asked.trial(), Outcome.score(train(asked.point())));
 *   }
 * }
 * OptionalInt best = Smoothed.best(cube, search.history());
 * }</pre>
 *   <li>or call the pure function below it, {@code CubeSampler.next(history, count)}, with the
 *       {@link dev.sieve.sample.cube.History} of all trials in their order. A search that is
 *       continued builds that history from its journal, and gets the same points again.
 * </ul>
 *
 * <p>{@link dev.sieve.sample.gp.Smoothed} is the score by which to choose, for every sampler.
 * Imports the packages of {@code dev.sieve.sample}.
 */
package dev.sieve.sample.ask;
