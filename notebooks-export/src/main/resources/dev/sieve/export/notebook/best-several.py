winners = competing.sort_values("{{measure}}", ascending={{ascending}}, kind="stable").groupby("run", sort=False).head(1)
winners[{{columns}}]
