/* The figures of the optional parts, one row per setting:
     submit/sieve sql runs/svm runs/adam … "$(cat conf/extras/figures.sql)"
   Accuracies in percent, mean and standard deviation over the n trainings that completed. */
select
  search,
  stage,
  hidden,
  objective,
  label_smoothing,
  decay_factor,
  eta_max,
  l2,
  shift,
  dropout,
  input_dropout,
  epochs,
  count(*) as n,
  round(100 * avg(validation_accuracy), 2) as validation,
  round(100 * stddev(validation_accuracy), 2) as sd,
  round(100 * avg(test_accuracy), 2) as test,
  round(100 * stddev(test_accuracy), 2) as test_sd,
  round(100 * avg(ensemble_test_accuracy), 2) as of_cycles,
  round(avg(steps)) as steps
from trials
where status = 'COMPLETED'
group by all
order by search, stage, hidden, objective, label_smoothing, decay_factor, eta_max, l2, shift,
  dropout, input_dropout, epochs
