best = competing.sort_values("validation_accuracy", ascending=False, kind="stable").head(5)
best[{{columns}}]
