ended = trials["status"] == "COMPLETED"
whole = ended.groupby([trials["stage"], trials["configuration"], trials["epochs"]]).transform("all")
accuracy = competing["validation_accuracy"]
worth = competing.get("score", accuracy).fillna(accuracy)
configurations = competing.assign(whole=whole, worth=worth).groupby({{columns}}, sort=False, dropna=False)
means = configurations.agg(repeats=("trial", "count"), {{measure}}=("{{measure}}", "mean"), worth=("worth", "mean"), whole=("whole", "all"))
best = means.sort_values(["whole", "worth"], ascending=False, kind="stable").drop(columns=["worth", "whole"]).head(5)
best.reset_index()
