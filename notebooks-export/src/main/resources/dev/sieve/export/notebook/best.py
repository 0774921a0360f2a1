ended = trials["status"] == "COMPLETED"
whole = ended.groupby([trials["stage"], trials["configuration"], trials["epochs"]]).transform("all")
configurations = competing.assign(whole=whole).groupby({{columns}}, sort=False, dropna=False)
means = configurations.agg(repeats=("trial", "count"), validation_accuracy=("validation_accuracy", "mean"), whole=("whole", "all"))
best = means.sort_values(["whole", "validation_accuracy"], ascending=False, kind="stable").drop(columns="whole").head(5)
best.reset_index()
