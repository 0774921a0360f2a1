figure, axis = plt.subplots(figsize=(8, 4))
for name, rows in trials[trials["stage"] != "final"].groupby("{{by}}", sort=False):
    ended = rows["validation_accuracy"].where(rows["status"] == "COMPLETED")
    axis.step(rows["epochs"].cumsum(), 100 * ended.cummax(), where="post", label=f"best so far, {name}")
    axis.plot(rows["epochs"].cumsum(), 100 * ended, ".", color="grey", alpha=0.6)
axis.set(xlabel="Trial-epochs", ylabel="Validation accuracy (%)")
axis.legend()
axis.grid(alpha=0.3)
plt.show()
