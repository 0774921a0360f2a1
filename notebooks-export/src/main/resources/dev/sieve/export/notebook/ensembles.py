best = table("ensembles").sort_values("validation_accuracy", ascending=False, kind="stable").head(5)
best.merge(trials[{{first}}])[{{columns}}]  # the first training of each says what it is
