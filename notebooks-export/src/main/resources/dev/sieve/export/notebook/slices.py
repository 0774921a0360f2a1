varied = {{varied}}  # column: scale
figure, axes = plt.subplots(1, len(varied), figsize=(6 * len(varied), 4), squeeze=False)
for axis, (column, scale) in zip(axes[0], varied.items()):
    for (stage, rows), marker in zip(competing.groupby("{{by}}", sort=False), "o^sDPX*v" * 9):
        axis.plot(rows[column], 100 * rows["validation_accuracy"], marker, label=stage)
    positive = competing.loc[competing[column] > 0, column]
    if scale == "log" and len(positive) < competing[column].count():
        axis.set_xscale("symlog", linthresh=positive.min())  # a logarithm with a place for 0
    else:
        axis.set_xscale(scale)
    axis.set(xlabel=column, ylabel="Validation accuracy (%)")
    axis.legend()
    axis.grid(alpha=0.3)
plt.show()
