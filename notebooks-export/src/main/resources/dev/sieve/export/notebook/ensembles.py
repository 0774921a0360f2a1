ensembles = table("ensembles").sort_values("validation_accuracy", ascending=False, kind="stable").head(5)
# What each is stands in the row of its first training.
ensembles.merge(trials[{{first}}])[{{columns}}]
