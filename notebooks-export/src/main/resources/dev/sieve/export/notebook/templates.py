import numpy as np

model = np.load(RUN / "models" / {{model}})
units = min(50, model["W1"].shape[1])
figure, axes = plt.subplots(-(-units // 10), 10, figsize=(12, 1.3 * -(-units // 10)), squeeze=False)
for unit, axis in enumerate(axes.flat):
    axis.axis("off")
    if unit < units:
        weights = model["W1"][:, unit].reshape(3, 32, 32).transpose(1, 2, 0)
        axis.imshow((weights - weights.min()) / (np.ptp(weights) or 1))
plt.show()
