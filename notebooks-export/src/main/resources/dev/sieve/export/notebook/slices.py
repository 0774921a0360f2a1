varied = {{varied}}  # column: title and scale
failed = competitors[competitors["status"] != "COMPLETED"]
figure, axes = plt.subplots(1, len(varied), figsize=(6 * len(varied), 4), squeeze=False)
for axis, (column, (title, scale)) in zip(axes[0], varied.items()):
    for (stage, rows), marker in zip(competing.groupby("{{by}}", sort=False), "o^sDPX*v" * 9):
        axis.plot(rows[column], {{factor}} * rows["{{measure}}"], marker, label=stage)
    if failed[column].notna().any():
        axis.plot(failed[column], [0.02] * len(failed), "x", color="grey", transform=axis.get_xaxis_transform(), label="diverged or failed")
    positive = competing.loc[competing[column] > 0, column]
    if scale == "log" and len(positive) < competing[column].count():
        axis.set_xscale("symlog", linthresh=positive.min())  # a logarithm with a place for 0
    else:
        axis.set_xscale(scale)
    axis.set(xlabel=title, ylabel={{title}})
    axis.legend()
    axis.grid(alpha=0.3)
plt.show()
