predictions = table("predictions")
right = predictions["label"] == predictions["predicted"]
columns = [name for name in predictions if name[0] == "p" and name[1:].isdigit()]
truth = predictions[columns].to_numpy()[range(len(predictions)), predictions["label"]]
figure, axes = plt.subplots(1, 2, figsize=(13, 5))
axes[0].hist([truth[right], truth[~right]], bins=25, range=(0, 1), histtype="stepfilled", alpha=0.5, label=["right", "wrong"])
axes[0].set(xlabel="Probability that the model gives the true class", ylabel="Test images")
axes[0].legend()
confusion = pd.crosstab(predictions["label"], predictions["predicted"])
axes[1].imshow(confusion, cmap="Blues")
for (row, column), count in pd.DataFrame(confusion.to_numpy()).stack().items():
    axes[1].text(column, row, count, ha="center", va="center", fontsize=7)
axes[1].set(xlabel="Predicted class", ylabel="True class", xticks=range(confusion.shape[1]), yticks=range(confusion.shape[0]))
plt.show()
print(f"{right.mean():.4f} of {len(predictions)} test images are classified right")
