/* How well components foretell trainings on all inputs, of one run of components.conf:
     submit/sieve sql runs/components "$(cat conf/strategies/components.sql)"
   A row for each number of components, and one for the second training on all inputs, which has other
   first weights and mini-batches. Each is compared with the first training on all inputs, by validation
   accuracy: rank correlation, how many of the best 8 are the same, and what its best configuration is
   worth, the mean test accuracy of both trainings on all inputs, in percent; best_8_test is the mean of its
   own best 8. A diverged trial counts as
   the worst. Speed-up: time of a trial on all inputs / time of a trial, packs divided evenly. */
with ranked as (
  select
    stage,
    repeat,
    configuration,
    100 * test_accuracy as test,
    rank() over (partition by stage, repeat order by coalesce(validation_accuracy, 0)) as worse,
    row_number() over (
      partition by stage, repeat
      order by coalesce(validation_accuracy, 0) desc, configuration) as place
  from trials),
first as (select * from ranked where stage = 'all' and repeat = 0),
worth as (
  select configuration, 100 * avg(test_accuracy) as test
  from trials where stage = 'all' group by configuration),
time as (select stage, avg(seconds / pack_size) as each from executions group by stage)
select
  ranked.stage,
  round(corr(first.worse, ranked.worse), 3) as rank_correlation,
  count_if(first.place <= 8 and ranked.place <= 8) as best_8_in_common,
  round(max(case when ranked.place = 1 then worth.test end), 2) as choice_test,
  round(max(worth.test), 2) as best_test,
  round(avg(case when ranked.place <= 8 then ranked.test end), 2) as best_8_test,
  round(max((select each from time where stage = 'all')) / max(time.each), 1) as speed_up
from ranked
join first on first.configuration = ranked.configuration
join worth on worth.configuration = ranked.configuration
join time on time.stage = ranked.stage
where not (ranked.stage = 'all' and ranked.repeat = 0)
group by ranked.stage
order by max(time.each) desc
