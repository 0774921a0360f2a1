curves = table("curves")
curve = curves[(curves["stage"] == {{stage}}) & (curves["trial"] == {{trial}})]
figure, axes = plt.subplots(1, 2, figsize=(12, 4))
for quantity, name, style in [("loss", "loss", "-"), ("cost", "loss + L2", "--")]:
    for part, what, colour in [("train", "training", "#0072b2"), ("validation", "validation", "#d55e00")]:
        points = curve.dropna(subset=[f"{part}_{quantity}"])
        axes[0].plot(points["step"], points[f"{part}_{quantity}"], style, color=colour, marker="o", markersize=3, label=f"{what} {name}")
for part, what, colour in [("train", "training", "#0072b2"), ("validation", "validation", "#d55e00")]:
    points = curve.dropna(subset=[f"{part}_accuracy"])
    axes[1].plot(points["step"], 100 * points[f"{part}_accuracy"], color=colour, marker="o", markersize=3, label=what)
axes[0].set(xlabel="Update step", ylabel="Nats per image")
axes[1].set(xlabel="Update step", ylabel="Accuracy (%)")
for axis in axes:
    axis.legend()
    axis.grid(alpha=0.3)
plt.show()
