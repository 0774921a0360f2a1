/* What the searches of samplers.conf end with, by sampler, and how many of their 48 trials they needed to reach the
   best validation accuracy of the random search of the same seed; 49 where none did. The names of the searches are
   SAMPLER-SEED. */
with
named as (
  select *, regexp_extract(search, '^(.*)-[0-9]+$', 1) as sampler from trials
),
reached as (
  select sampler, seed, trial,
    max(validation_accuracy) over (partition by search order by trial) as so_far
  from named where stage = 'search'
),
goal as (
  select seed, max(so_far) as best from reached where sampler = 'random' group by seed
),
needed as (
  select sampler, seed, coalesce(min(case when so_far >= best then trial + 1 end), 49) as trials
  from reached join goal using (seed) group by sampler, seed
),
ended as (
  select sampler, seed, avg(validation_accuracy) as validation, avg(test_accuracy) as test
  from named where stage = 'final' group by sampler, seed
)
select sampler, count(*) as searches,
  round(100 * avg(test), 2) as test, round(100 * stddev(test), 2) as deviation,
  round(100 * 2.776 * stddev(test) / sqrt(count(*)), 2) as half_of_95_percent,
  round(100 * min(test), 2) as worst,
  percentile(trials, 0.5) as trials_to_random_best
from ended join needed using (sampler, seed)
group by sampler order by test desc
