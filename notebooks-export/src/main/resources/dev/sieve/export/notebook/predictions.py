predictions = table("predictions")
classes = {{classes}}
right = predictions["label"] == predictions["predicted"]
columns = [name for name in predictions if name[0] == "p" and name[1:].isdigit()]
truth = predictions[columns].to_numpy()[range(len(predictions)), predictions["label"]]
figure, axes = plt.subplots(1, 2, figsize=(13, 5))
axes[0].hist([truth[right], truth[~right]], bins=25, range=(0, 1), histtype="stepfilled", alpha=0.5, label=["right", "wrong"])
axes[0].set(xlabel="Probability assigned to the true class", ylabel="Test examples")
axes[0].legend()
confusion = pd.crosstab(predictions["label"], predictions["predicted"]).reindex(index=range(len(classes)), columns=range(len(classes)), fill_value=0)
axes[1].imshow(confusion, cmap="Blues")
for (row, column), count in pd.DataFrame(confusion.to_numpy()).stack().items():
    strong = count > 0.6 * confusion.to_numpy().max()
    axes[1].text(column, row, count, ha="center", va="center", fontsize=7, color="white" if strong else "black")
axes[1].set(xlabel="Predicted class", ylabel="True class")
axes[1].set_xticks(range(len(classes)), classes, rotation=40, ha="right")
axes[1].set_yticks(range(len(classes)), classes)
plt.show()
print(f"{right.mean():.4f} of {len(predictions)} test examples are classified right")
