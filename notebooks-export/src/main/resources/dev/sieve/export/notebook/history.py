figure, axis = plt.subplots(figsize=(8, 4))
for run, rows in competitors.groupby("run", sort=False):
    work = rows["epochs"].cumsum()
    ended = {{factor}} * rows["{{measure}}"].where(rows["status"] == "COMPLETED")
    for part, own in rows.groupby("{{by}}", sort=False):
        axis.plot(work[own.index], ended[own.index], ".", alpha=0.6, label=part)
    missing = ended.isna()
    if missing.any():
        axis.plot(work[missing], [0.02] * missing.sum(), "x", color="grey", transform=axis.get_xaxis_transform(), label="diverged or failed")
    axis.step(work, ended.{{best}}().ffill(), where="post", label=f"best so far, {run}")
axis.set(xlabel="Trial-epochs", ylabel={{title}})
axis.legend()
axis.grid(alpha=0.3)
plt.show()
