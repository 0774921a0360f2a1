winners = competing.sort_values("validation_accuracy", ascending=False, kind="stable").groupby("run", sort=False).head(1)
winners[{{columns}}]
