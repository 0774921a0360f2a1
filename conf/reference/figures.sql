/* The figures of all reference systems, one row per setting:
     submit/sieve sql runs/r0-one-layer runs/r1-search … "$(cat conf/reference/figures.sql)"
   Accuracies in percent, mean and standard deviation over the n trainings that completed. */
select
  search,
  stage,
  l2,
  eta_max,
  batch_size,
  count(*) as n,
  round(100 * avg(validation_accuracy), 2) as validation,
  round(100 * stddev(validation_accuracy), 2) as sd,
  round(100 * avg(test_accuracy), 2) as test,
  round(100 * stddev(test_accuracy), 2) as test_sd,
  round(avg(test_cost), 2) as test_cost,
  round(100 * avg(train_accuracy), 2) as train
from trials
where status = 'COMPLETED'
group by search, stage, l2, eta_max, batch_size
order by search, stage, batch_size, eta_max desc, l2
