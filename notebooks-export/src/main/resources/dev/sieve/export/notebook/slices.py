varied = {{varied}}  # column: scale
figure, axes = plt.subplots(1, len(varied), figsize=(6 * len(varied), 4), squeeze=False)
for axis, (column, scale) in zip(axes[0], varied.items()):
    for (stage, rows), marker in zip(competing.groupby("{{by}}", sort=False), "o^sDPX*v" * 9):
        axis.plot(rows[column], 100 * rows["validation_accuracy"], marker, label=stage)
    axis.set(xscale=scale, xlabel=column, ylabel="Validation accuracy (%)")
    axis.legend()
    axis.grid(alpha=0.3)
plt.show()
